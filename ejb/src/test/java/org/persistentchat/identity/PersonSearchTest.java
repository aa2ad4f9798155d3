package org.persistentchat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;

/** People are found by beginnings of words, whatever characters a question has. */
class PersonSearchTest {
    private static final String NO_BREAK_SPACE = "\u00A0";

    private final InMemoryContent content = new InMemoryContent();
    private final PersonSearch search = new PersonSearch();

    @SuppressWarnings("UnnecessaryAssignment") // the test stands in for the container
    PersonSearchTest() throws SQLException {
        content.execute("INSERT INTO person (person_id, account, account_folded, display_name, internal, active,"
                + " created_at) VALUES (1001, 'ana', 'ana', 'The ana', 1, 1, CURRENT_TIMESTAMP),"
                + " (1002, 'ben', 'ben', 'The ben', 1, 1, CURRENT_TIMESTAMP)");
        WordlessPeople.giveWords(content.dataSource());
        search.words = new PersonWords();
        search.words.dataSource = content.dataSource();
        search.people = new PersonDirectory() {
            @Override
            public Map<PersonId, Person> byIds(Collection<PersonId> ids) {
                Map<PersonId, Person> known = new HashMap<>();
                known.put(SamplePeople.ana().id(), SamplePeople.ana());
                known.put(SamplePeople.ben().id(), SamplePeople.ben());
                known.keySet().retainAll(ids);
                return known;
            }
        };
    }

    private List<String> found(String name) {
        List<String> accounts = new ArrayList<>();
        search.find(name, "", 10)
                .hits()
                .forEach(hit -> accounts.add(hit.person().account()));
        return accounts;
    }

    @Test
    void aBeginningOfAWordFindsWhoHasIt() {
        assertThat(found("AN")).containsExactly("ana");
        assertThat(found("the b")).containsExactly("ben");
    }

    @Test
    void blanksOfWhateverKindAskForEverybody() {
        assertThat(found(" ")).containsExactly("ana", "ben");
        assertThat(found(NO_BREAK_SPACE)).containsExactly("ana", "ben");
    }

    @Test
    void blanksOfWhateverKindPartWords() {
        assertThat(found(NO_BREAK_SPACE + "the" + NO_BREAK_SPACE + "ben")).containsExactly("ben");
    }
}
