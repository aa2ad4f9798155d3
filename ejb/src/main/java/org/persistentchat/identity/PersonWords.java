package org.persistentchat.identity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.persistentchat.database.IdLists;
import org.persistentchat.id.FoldedName;

/** The words by which people are found: the table {@code person_word}. Written in the transaction of the caller. */
@ApplicationScoped
class PersonWords {
    static final int BYTES = 120;

    private static final int MOST = 10;
    private static final int BATCH = 1_000;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    /** A row; the word as hexadecimal digits of its bytes. */
    record Row(String word, long person) {
        byte[] bytes() {
            return HexFormat.of().parseHex(word);
        }
    }

    /** The account, and each word of the name, folded. */
    static Set<String> of(String account, String name) {
        Set<String> words = new TreeSet<>();
        words.add(FoldedName.of(account));
        for (String word : FoldedName.of(name).split("\\s+", MOST)) {
            if (!word.isBlank()) {
                words.add(word);
            }
        }
        return words;
    }

    /** What is stored of a word. */
    static byte[] stored(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= BYTES ? bytes : Arrays.copyOf(bytes, BYTES);
    }

    /** These people are found by these words now and by no other. */
    void put(Map<Long, Set<String>> wordsOfPeople) throws SQLException {
        put(dataSource, wordsOfPeople);
    }

    /** As {@link #put(Map)}, in the database of the caller's transaction. */
    static void put(DataSource content, Map<Long, Set<String>> wordsOfPeople) throws SQLException {
        try (Connection connection = content.getConnection()) {
            remove(connection, wordsOfPeople.keySet());
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO person_word (word, person_id) VALUES (?, ?)")) {
                int waiting = 0;
                for (Map.Entry<Long, Set<String>> person : wordsOfPeople.entrySet()) {
                    Set<java.nio.ByteBuffer> words = new java.util.HashSet<>();
                    for (String word : person.getValue()) {
                        if (words.add(java.nio.ByteBuffer.wrap(stored(word)))) {
                            insert.setBytes(1, stored(word));
                            insert.setLong(2, person.getKey());
                            insert.addBatch();
                            if (++waiting % BATCH == 0) {
                                insert.executeBatch();
                            }
                        }
                    }
                }
                insert.executeBatch();
            }
        }
    }

    private static void remove(Connection connection, Collection<Long> people) throws SQLException {
        for (IdLists.Some some : IdLists.of(people)) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM person_word WHERE person_id IN " + some.places())) {
                some.set(delete, 1);
                delete.executeUpdate();
            }
        }
    }

    /** At most {@code limit} rows after {@code after}, whose words begin with {@code prefix}, in the order of words and people. */
    List<Row> page(byte[] prefix, Row after, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT word, person_id FROM person_word"
                        + " WHERE word >= ? AND word < ? AND (word > ? OR (word = ? AND person_id > ?))"
                        + " ORDER BY word, person_id OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY")) {
            select.setBytes(1, prefix);
            select.setBytes(2, beyond(prefix));
            select.setBytes(3, after.bytes());
            select.setBytes(4, after.bytes());
            select.setLong(5, after.person());
            select.setInt(6, limit);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(HexFormat.of().formatHex(row.getBytes(1)), row.getLong(2)));
                }
            }
            return rows;
        }
    }

    /** The least bytes that come after all that begin with {@code prefix}. UTF-8 has no byte 0xFF, so that one more is never too much. */
    private static byte[] beyond(byte[] prefix) {
        byte[] beyond = prefix.clone();
        beyond[beyond.length - 1]++;
        return beyond;
    }

    /** At most {@code limit} people whose folded accounts come after {@code after}, in their order. */
    List<Long> byAccount(String after, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT person_id FROM person"
                        + " WHERE account_folded > ? ORDER BY account_folded OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY")) {
            select.setNString(1, after);
            select.setInt(2, limit);
            List<Long> people = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    people.add(row.getLong(1));
                }
            }
            return people;
        }
    }
}
