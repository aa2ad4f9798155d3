package org.persistentchat.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What in a text may be a mention. */
class MentionParserTest {
    @Test
    void namesAreFoundInOrderAndInAnyCase() {
        assertThat(MentionParser.candidates("@Ana and (@ben), @CAI-2 @zoë: look"))
                .containsExactly("ana", "ben", "cai-2", "zoë");
    }

    @Test
    void whatEndsASentenceMayBelongToTheName() {
        assertThat(MentionParser.candidates("ask @ana.ruiz.")).containsExactly("ana.ruiz.", "ana.ruiz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana@example.org", "@", "@ ana", "a@b", "x_@ana", "`@ana`", "```\n@ana\n```", "```@ana"})
    void thereIsNoMention(String text) {
        assertThat(MentionParser.candidates(text)).isEmpty();
    }

    @Test
    void aLongTextOfAtSignsTakesNoTime() {
        assertThat(MentionParser.candidates("@".repeat(64_000))).isEmpty();
        assertThat(MentionParser.candidates("@a".repeat(32_000))).hasSizeLessThan(10);
        assertThat(MentionParser.candidates("`".repeat(64_000))).isEmpty();
    }
}
