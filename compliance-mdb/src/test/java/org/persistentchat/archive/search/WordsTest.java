package org.persistentchat.archive.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.persistentchat.discovery.InvalidWordsException;

/** Words are the same for every database. */
class WordsTest {

    @Test
    void wordsAreRunsOfLettersAndDigitsWithoutRegardToCaseAndForm() {
        assertThat(Words.of("Ünder the e-mail of 2026-11-26: ﬁle_7.txt!"))
                .containsExactly("ünder", "the", "e", "mail", "of", "2026", "11", "26", "file", "7", "txt");
        assertThat(Words.of("CAFE\u0301")).isEqualTo(Words.of("caf\u00e9"));
    }

    @Test
    void lettersOfScriptsWithoutBlanksAreAWordEach() {
        assertThat(Words.of("明日会議です ok")).containsExactly("明", "日", "会", "議", "で", "す", "ok");
    }

    @Test
    void halvesOfSurrogatePairsAreNoWords() {
        assertThat(Words.of("a\ud800b")).containsExactly("a", "b");
        assertThat(Words.of("\ud83d\ude00")).isEmpty();
    }

    @Test
    void whatIsAskedForBetweenBlanksHasToFollowEachOther() {
        assertThat(Words.asked("  e-mail 会議 ")).isEqualTo(List.of(List.of("e", "mail"), List.of("会", "議")));
        assertThat(Words.asked(" ")).isEmpty();
    }

    @Test
    void whatHasNoLetterAndNoDigitIsRefused() {
        assertThatThrownBy(() -> Words.asked("one !!")).isInstanceOf(InvalidWordsException.class);
        assertThatThrownBy(() -> Words.asked("a ".repeat(33))).isInstanceOf(InvalidWordsException.class);
    }
}
