package org.persistentchat.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.persistentchat.database.SqlErrors;

/** People without a row in {@code person_word}. */
final class WordlessPeople {
    private static final int PAGE = 1_000;
    private static final String NEXT =
            "SELECT p.person_id, p.account, p.display_name FROM person p WHERE p.person_id > ?"
                    + " AND NOT EXISTS (SELECT 1 FROM person_word w WHERE w.person_id = p.person_id)"
                    + " ORDER BY p.person_id OFFSET 0 ROWS FETCH NEXT " + PAGE + " ROWS ONLY";

    private WordlessPeople() {}

    /** Writes their words; how many people that were. Outside of a transaction; several servers may do it at once. */
    static int giveWords(DataSource content) throws SQLException {
        int people = 0;
        long after = 0;
        while (true) {
            Map<Long, Set<String>> words = new LinkedHashMap<>();
            try (Connection connection = content.getConnection();
                    PreparedStatement select = connection.prepareStatement(NEXT)) {
                select.setLong(1, after);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        after = row.getLong(1);
                        words.put(after, PersonWords.of(row.getString(2), row.getString(3)));
                    }
                }
            }
            if (words.isEmpty()) {
                return people;
            }
            people += put(content, words);
        }
    }

    private static int put(DataSource content, Map<Long, Set<String>> words) throws SQLException {
        try {
            PersonWords.put(content, words);
            return words.size();
        } catch (SQLException failure) {
            if (SqlErrors.isConstraintViolation(failure)) {
                return 0; // another server is giving them the same words
            }
            throw failure;
        }
    }
}
