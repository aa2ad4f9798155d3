package org.persistentchat.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.EncodedBatch;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomId;

/**
 * Writes a batch in one local transaction: rooms locked in id order, dense sequences, events, and the compliance records. That a post
 * is a repetition is found by the unique index when it is inserted: the transaction is then taken back and done again without it, so
 * that the usual case costs no question.
 */
final class JournalTransaction {
    private static final int ATTEMPTS = 4;

    private final DataSource dataSource;
    private final RecordFactory records;
    private final Predicate<Room> recorded;
    private final AuthorRights rights;
    private final Clock clock;

    JournalTransaction(
            DataSource dataSource, RecordFactory records, Predicate<Room> recorded, AuthorRights rights, Clock clock) {
        this.dataSource = dataSource;
        this.records = records;
        this.rights = rights;
        this.recorded = recorded;
        this.clock = clock;
    }

    /**
     * Commits the batch, or nothing of it.
     *
     * @throws UncertainCommitException if the commit was sent and its answer lost
     * @throws SQLException if nothing was committed
     */
    Committed commit(JournalBatch batch) throws SQLException {
        Connection connection = dataSource.getConnection();
        boolean clean = false;
        Committed committed;
        OptionalLong change;
        try {
            connection.setAutoCommit(false);
            followRights(connection, batch);
            Map<PostKey, ChatException> barred = new HashMap<>();
            committed = attempts(connection, batch.judged(rights, barred)).alsoRefused(barred);
            change = changeAfter(connection);
            clean = true;
        } catch (SQLException | RuntimeException failure) {
            clean = rolledBack(connection, failure);
            throw failure;
        } finally {
            giveBack(connection, clean);
        }
        // what was committed after a change of rights is delivered by the rights after it
        return change.isPresent() && isFollowed(change.getAsLong())
                ? committed.followed(change.getAsLong())
                : committed;
    }

    private boolean isFollowed(long change) {
        return rights.isFollowed(change) || rights.follow(change);
    }

    /** Has memory know the rights that the transaction sees. */
    private void followRights(Connection connection, JournalBatch batch) throws SQLException {
        if (batch.posts().isEmpty()) {
            return;
        }
        long change = new JournalStatements(connection).change();
        if (rights.isFollowed(change)) {
            return;
        }
        connection.rollback();
        if (!rights.follow(change)) {
            throw notFollowed(change);
        }
    }

    /** Read after the commit, so that no change that was committed before it is left out. What fails here takes nothing back. */
    private static OptionalLong changeAfter(Connection connection) {
        try {
            return OptionalLong.of(new JournalStatements(connection).change());
        } catch (SQLException lost) {
            JournalLog.LOG.stillDown(String.valueOf(lost.getMessage()));
            return OptionalLong.empty();
        }
    }

    /** The newest sequences of rooms as committed, when memory has followed the rights that their events were committed under. */
    Map<RoomId, Long> heads(Set<RoomId> rooms) throws SQLException {
        Map<RoomId, Long> heads;
        long change;
        try (Connection connection = dataSource.getConnection()) {
            JournalStatements statements = new JournalStatements(connection);
            heads = statements.heads(rooms);
            change = statements.change(); // after the heads, so that no change before their events is left out
        }
        if (!isFollowed(change)) {
            throw notFollowed(change);
        }
        return heads;
    }

    private static SQLException notFollowed(long change) {
        return new SQLException("Changes of rights up to " + change + " cannot be followed");
    }

    private Committed attempts(Connection connection, JournalBatch batch) throws SQLException {
        Map<PostKey, Posted> known = new HashMap<>();
        Set<RoomId> missing = new HashSet<>();
        for (int attempt = 1; ; attempt++) {
            try {
                Committed committed = attempt(connection, batch, known, missing);
                if (committed != null) {
                    return committed;
                }
                connection.rollback();
            } catch (SQLException failure) {
                if (attempt == ATTEMPTS || !SqlErrors.isConstraintViolation(failure)) {
                    throw failure;
                }
                connection.rollback();
                known.putAll(
                        new JournalStatements(connection).known(batch.posts().keySet()));
            }
        }
    }

    /** Null if rooms turned out to be missing, which are then added to {@code missing}. */
    private @Nullable Committed attempt(
            Connection connection, JournalBatch batch, Map<PostKey, Posted> known, Set<RoomId> missing)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Set<RoomId> unrecorded = unrecorded(batch); // decided once: what is counted is what is left out
        JournalAttempt attempt = new JournalAttempt(connection, batch, unrecorded, now);
        if (!attempt.write(known, missing)) {
            return null;
        }
        List<JournalEntry.Observed> seen = new ArrayList<>();
        List<JournalEntry.Observed> stays = new ArrayList<>();
        sort(batch.observations(), seen, stays);
        EncodedBatch outbox = outbox(batch, seen, unrecorded, attempt, now);
        if (outbox != null) {
            new JournalStatements(connection).insertOutbox(outbox, now);
        }
        new StayStatements(connection, records.serverId()).count(stays);
        Map<RoomId, List<CommittedEvent>> events = attempt.events();
        commit(connection, events.keySet());
        Map<PostKey, Posted> answers = new HashMap<>(known);
        answers.putAll(attempt.places());
        return new Committed(answers, attempt.changes().refused(), events, attempt.mentions(), outbox);
    }

    private Set<RoomId> unrecorded(JournalBatch batch) {
        Set<RoomId> unrecorded = new HashSet<>();
        for (PostKey key : batch.posts().keySet()) {
            Room room = batch.draft(key).room();
            if (!recorded.test(room)) {
                unrecorded.add(room.id());
            }
        }
        return unrecorded;
    }

    /** A join is counted if it is recorded: a server that is lost must not leave a part of who never came. What was counted ends with any part. */
    private void sort(
            List<JournalEntry.Observed> observations,
            List<JournalEntry.Observed> seen,
            List<JournalEntry.Observed> stays) {
        for (JournalEntry.Observed one : observations) {
            boolean isRecorded = recorded.test(one.observation().room());
            if (isRecorded) {
                seen.add(one);
            }
            if (isRecorded || one.observation().kind().equals(RecordKind.PART)) {
                stays.add(one);
            }
        }
    }

    private @Nullable EncodedBatch outbox(
            JournalBatch batch,
            List<JournalEntry.Observed> seen,
            Set<RoomId> unrecorded,
            JournalAttempt attempt,
            Instant now) {
        List<ComplianceRecord> all = new ArrayList<>();
        seen.forEach(observed -> all.add(records.observation(observed)));
        attempt.places().forEach((key, posted) -> {
            Draft draft = batch.draft(key);
            if (!unrecorded.contains(draft.room().id())) {
                all.addAll(records.event(draft, posted, attempt.changes().done(key)));
            }
        });
        return all.isEmpty() ? null : records.encode(all, now);
    }

    private static void commit(Connection connection, Set<RoomId> rooms) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException lost) {
            throw new UncertainCommitException(Set.copyOf(rooms), lost);
        }
    }

    private static boolean rolledBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException also) {
            failure.addSuppressed(also);
            return false;
        }
    }

    /** What goes wrong here changes nothing of what was committed. */
    private static void giveBack(Connection connection, boolean clean) {
        try (connection) {
            if (clean) {
                connection.setAutoCommit(true);
            } else {
                // to switch auto-commit on would commit what could not be rolled back
                connection.abort(Runnable::run);
            }
        } catch (SQLException broken) {
            // the pool finds out and replaces it
            JournalLog.LOG.connectionNotRestored(String.valueOf(broken.getMessage()));
        }
    }
}
