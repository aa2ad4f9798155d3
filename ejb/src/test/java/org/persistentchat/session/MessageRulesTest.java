package org.persistentchat.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.EventKind;

/** What a message must be. */
class MessageRulesTest {
    private static void check(MessageText text) {
        MessageRules.check(text, ChatLimits.DEFAULT);
    }

    private static MessageText story(String title, String body) {
        return new MessageText(EventKind.STORY, title, body, 0);
    }

    private static ChatException refusal(MessageText text) {
        return catchThrowableOfType(ChatException.class, () -> check(text));
    }

    private static ChatException refusalOfKey(String key) {
        return catchThrowableOfType(ChatException.class, () -> MessageRules.checkKey(key, ChatLimits.DEFAULT));
    }

    @Test
    void aMessageAtTheLimitsIsAccepted() {
        assertThatCode(() -> check(MessageText.plain("x".repeat(8_000)))).doesNotThrowAnyException();
        assertThatCode(() -> check(MessageText.plain("x"))).doesNotThrowAnyException();
        assertThatCode(() -> check(story("t".repeat(256), "x".repeat(64_000)))).doesNotThrowAnyException();
        assertThatCode(() -> MessageRules.checkKey("k".repeat(64), ChatLimits.DEFAULT))
                .doesNotThrowAnyException();
    }

    @Test
    void aMessageOverTheLimitIsRefusedWithTheLimitOfItsKind() {
        ChatException refusal = refusal(MessageText.plain("x".repeat(8_001)));
        assertThat(refusal.code()).isEqualTo(ErrorCode.MESSAGE_TOO_LONG);
        assertThat(refusal.limit()).hasValue(8_000);
        assertThat(refusal(story("t", "x".repeat(64_001))).limit()).hasValue(64_000);
    }

    @Test
    void aBlankMessageIsRefused() {
        assertThat(refusal(MessageText.plain("")).code()).isEqualTo(ErrorCode.MESSAGE_EMPTY);
        assertThat(refusal(MessageText.plain(" \n\t\u2003")).code()).isEqualTo(ErrorCode.MESSAGE_EMPTY);
        assertThat(refusal(story("t", " ")).code()).isEqualTo(ErrorCode.MESSAGE_EMPTY);
    }

    @Test
    void aStoryHasATitleAndNothingElseHasOne() {
        for (MessageText wrong : List.of(
                new MessageText(EventKind.STORY, null, "x", 0),
                story(" ", "x"),
                story("t".repeat(257), "x"),
                story("a\nb", "x"),
                new MessageText(EventKind.ALERT, "title", "x", 0))) {
            assertThat(refusal(wrong).code()).as("%s", wrong).isEqualTo(ErrorCode.TITLE_INVALID);
        }
    }

    @Test
    void aKeyThatIsEmptyOrTooLongIsRefused() {
        assertThat(refusalOfKey("").code()).isEqualTo(ErrorCode.KEY_INVALID);
        assertThat(refusalOfKey("k".repeat(65)).limit()).hasValue(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "❤️", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇨🇭", "1️⃣", "✅", "👍🏽", "©"})
    void anEmojiIsAReaction(String emoji) {
        assertThatCode(() -> Emoji.check(emoji)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "1", "👍👍", "👍 ", ":+1:", "<b>", "\n", "\u0000", "e\u0301"})
    void anythingElseIsNone(String text) {
        ChatException refusal = catchThrowableOfType(ChatException.class, () -> Emoji.check(text));
        assertThat(refusal.code()).isEqualTo(ErrorCode.EMOJI_INVALID);
    }
}
