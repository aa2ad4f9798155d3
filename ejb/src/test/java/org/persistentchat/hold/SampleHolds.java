package org.persistentchat.hold;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.persistentchat.identity.PersonId;
import org.persistentchat.wording.WordMatch;

/** Holds for tests. */
public final class SampleHolds {
    private static final PersonId OFFICER = new PersonId(1950);
    private static final WordMatch ANY_TEXT = WordMatch.of("", WordMatch.Mode.ANY, false);

    private SampleHolds() {}

    /** Of rooms, people and words; what is empty is of all. */
    public static HoldCriteria of(Set<Long> rooms, Set<Long> people, String words) {
        return of(rooms, people, words, Optional.empty(), Optional.empty());
    }

    /** Also of a time. */
    public static HoldCriteria of(
            Set<Long> rooms, Set<Long> people, String words, Optional<Instant> from, Optional<Instant> until) {
        WordMatch match = words.isEmpty() ? ANY_TEXT : WordMatch.of(words, WordMatch.Mode.ANY, false);
        return new HoldCriteria(named(rooms), named(people), match, from, until);
    }

    private static Map<Long, String> named(Set<Long> ids) {
        Map<Long, String> named = new HashMap<>();
        ids.forEach(id -> named.put(id, "name" + id));
        return named;
    }

    /** Sets a hold, in a transaction of its own. */
    public static void set(DataSource dataSource, long id, HoldCriteria criteria) {
        LegalHold hold = LegalHold.set(
                id,
                new LegalHold.Purpose("Hold " + id, "Matter", "Reason"),
                criteria,
                OFFICER,
                Instant.parse("2026-11-24T12:00:00Z"));
        inTransaction(dataSource, connection -> new HoldRegister(connection).set(hold));
    }

    /** Ends a hold. */
    public static void release(DataSource dataSource, long id) {
        inTransaction(
                dataSource,
                connection -> new HoldRegister(connection)
                        .release(id, new PersonId(1951), Instant.parse("2026-11-25T12:00:00Z")));
    }

    private interface Work {
        void of(Connection connection) throws SQLException;
    }

    private static void inTransaction(DataSource dataSource, Work work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            work.of(connection);
            connection.commit();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
