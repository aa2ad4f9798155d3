package org.persistentchat.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.persistentchat.identity.PersonId;
import org.persistentchat.wording.WordMatch;
import org.persistentchat.wording.WordMatch.Mode;

/** Which messages a removal means, and what takes the place of words. */
class MessageFilterTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static MessageFilter words(String text, Mode mode, boolean matchCase) {
        return new MessageFilter(
                WordMatch.patterns(text, mode, matchCase),
                mode == Mode.ALL,
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "red green, ANY, false, a Green car, true",
        "red green, ANY, true, a Green car, false",
        "red green, ALL, false, a green car, false",
        "red green, ALL, false, green and RED, true",
        "red green, EXACT, false, a Red Green car, true",
        "red green, EXACT, false, green red, false",
        "art, ANY, false, a party, false",
        "art, ANY, false, 'art, they say', true",
        ".*, ANY, false, anything, false",
        "(x), EXACT, false, f(x) = 1, true",
        "STRASSE, ANY, false, die strasse, true",
        "東京, ANY, false, 私は東京に住む, true",
    })
    void wordsAreFoundAsWords(String words, Mode mode, boolean matchCase, String text, boolean found) {
        assertThat(words(words, mode, matchCase).matches(text)).isEqualTo(found);
    }

    @Test
    void aReplacementIsTakenAsItIs() {
        assertThat(words("secret key", Mode.ANY, false).replaced("The SECRET key: secrets", "$1 \\ ***"))
                .isEqualTo("The $1 \\ *** $1 \\ ***: secrets");
    }

    @Test
    void datesAndAuthorsAreBounds() {
        MessageFilter filter = new MessageFilter(
                WordMatch.patterns("", Mode.ANY, false),
                false,
                Set.of(new PersonId(7)),
                Optional.of(NOON),
                Optional.of(NOON.plusSeconds(60)));
        assertThat(filter.matches("whatever")).isTrue();
        assertThat(filter.matches(new PersonId(7), NOON)).isTrue();
        assertThat(filter.matches(new PersonId(8), NOON)).isFalse();
        assertThat(filter.matches(new PersonId(7), NOON.minusMillis(1))).isFalse();
        assertThat(filter.matches(new PersonId(7), NOON.plusSeconds(60))).isFalse();
    }
}
