package org.persistentchat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;

/** People of a schema without words are found like all others. */
class WordlessPeopleTest {
    private final InMemoryContent content = new InMemoryContent();

    private void people(int from, int to) {
        content.execute(
                "INSERT INTO person (person_id, account, account_folded, display_name, internal, active, created_at)"
                        + " SELECT x, 'p' || x, 'p' || x, 'Person Nr' || x, 1, 1, CURRENT_TIMESTAMP FROM SYSTEM_RANGE("
                        + from
                        + ", " + to + ")");
    }

    @Test
    void whoHasNoWordsGetsThemOnce() throws SQLException {
        people(1, 2_500);
        assertThat(WordlessPeople.giveWords(content.dataSource())).isEqualTo(2_500);
        assertThat(content.numbers("SELECT COUNT(*) FROM person_word")).containsExactly(7_500L);
        people(2_501, 2_502);
        assertThat(WordlessPeople.giveWords(content.dataSource())).isEqualTo(2);
        assertThat(WordlessPeople.giveWords(content.dataSource())).isZero();
    }
}
