package org.persistentchat.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.EncodedBatch;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.RoomEvent;
import org.persistentchat.room.RoomId;

/**
 * Writes a batch in one local transaction: rooms locked in id order, dense sequences, events, and the compliance records. That a post
 * is a repetition is found by the unique index when it is inserted: the transaction is then taken back and done again without it, so
 * that the usual case costs no question.
 */
final class JournalTransaction {
    private static final int ATTEMPTS = 4;
    private static final Comparator<RoomId> BY_ID = Comparator.comparingLong(RoomId::value);

    private final DataSource dataSource;
    private final RecordFactory records;
    private final boolean compliance;
    private final Clock clock;

    JournalTransaction(DataSource dataSource, RecordFactory records, boolean compliance, Clock clock) {
        this.dataSource = dataSource;
        this.records = records;
        this.compliance = compliance;
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
        try {
            connection.setAutoCommit(false);
            Committed committed = attempts(connection, batch);
            clean = true;
            return committed;
        } catch (SQLException | RuntimeException failure) {
            clean = rolledBack(connection, failure);
            throw failure;
        } finally {
            giveBack(connection, clean);
        }
    }

    /** The newest sequences of rooms as committed. */
    Map<RoomId, Long> heads(Set<RoomId> rooms) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new JournalStatements(connection).heads(rooms);
        }
    }

    private Committed attempts(Connection connection, JournalBatch batch) throws SQLException {
        Map<PostKey, Posted> known = Map.of();
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
                known = new JournalStatements(connection).known(batch.posts().keySet());
            }
        }
    }

    /** Null if rooms turned out to be missing, which are then added to {@code missing}. */
    private @Nullable Committed attempt(
            Connection connection, JournalBatch batch, Map<PostKey, Posted> known, Set<RoomId> missing)
            throws SQLException {
        JournalStatements statements = new JournalStatements(connection);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<PostKey> fresh = new ArrayList<>();
        SortedMap<RoomId, Integer> counts = new TreeMap<>(BY_ID);
        for (PostKey key : batch.posts().keySet()) {
            if (!known.containsKey(key) && !missing.contains(key.room())) {
                fresh.add(key);
                counts.merge(key.room(), 1, Integer::sum);
            }
        }
        Map<PostKey, Posted> places = new LinkedHashMap<>();
        if (!fresh.isEmpty()) {
            Set<RoomId> gone = statements.advance(counts);
            if (!gone.isEmpty()) {
                missing.addAll(gone);
                return null;
            }
            places = places(fresh, counts, statements.heads(counts.keySet()), now);
            statements.insertPosts(batch, places);
        }
        EncodedBatch outbox = outbox(batch, places, now);
        if (outbox != null) {
            statements.insertOutbox(outbox, now);
        }
        commit(connection, counts.keySet());
        Map<PostKey, Posted> answers = new HashMap<>(known);
        answers.putAll(places);
        return new Committed(answers, missing, events(batch, places), outbox);
    }

    private static Map<PostKey, Posted> places(
            List<PostKey> fresh, Map<RoomId, Integer> counts, Map<RoomId, Long> heads, Instant now) {
        Map<RoomId, AtomicLong> next = new HashMap<>();
        heads.forEach((room, head) -> next.put(room, new AtomicLong(head - counts.getOrDefault(room, 0))));
        Map<PostKey, Posted> places = new LinkedHashMap<>();
        for (PostKey key : fresh) {
            AtomicLong last = Objects.requireNonNull(next.get(key.room()));
            places.put(key, new Posted(last.incrementAndGet(), now));
        }
        return places;
    }

    private @Nullable EncodedBatch outbox(JournalBatch batch, Map<PostKey, Posted> places, Instant now) {
        if (!compliance || (places.isEmpty() && batch.observations().isEmpty())) {
            return null;
        }
        List<ComplianceRecord> all =
                new ArrayList<>(places.size() + batch.observations().size());
        batch.observations().forEach(observed -> all.add(records.observation(observed)));
        places.forEach((key, posted) -> all.add(records.post(batch.draft(key), posted)));
        return records.encode(all, now);
    }

    private static Map<RoomId, List<CommittedEvent>> events(JournalBatch batch, Map<PostKey, Posted> places) {
        Map<RoomId, List<CommittedEvent>> events = new LinkedHashMap<>();
        places.forEach((key, posted) -> {
            PostDraft draft = batch.draft(key);
            RoomEvent event = new RoomEvent(
                    key.room(),
                    posted.sequence(),
                    EventKind.MESSAGE,
                    draft.author().account(),
                    draft.author().name(),
                    posted.at(),
                    draft.body());
            events.computeIfAbsent(key.room(), room -> new ArrayList<>()).add(new CommittedEvent(event));
        });
        return events;
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
