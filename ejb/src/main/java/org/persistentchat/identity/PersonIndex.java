package org.persistentchat.identity;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** By what people are found, for those who write people to the database themselves. */
public final class PersonIndex {
    private PersonIndex() {}

    /** What people are called. */
    public record Names(String account, String name) {}

    /** These people are found by these names from now on. In the transaction of the caller. */
    public static void put(DataSource content, Map<Long, Names> people) throws SQLException {
        Map<Long, Set<String>> words = new HashMap<>();
        people.forEach((id, names) -> words.put(id, PersonWords.of(names.account(), names.name())));
        PersonWords.put(content, words);
    }
}
