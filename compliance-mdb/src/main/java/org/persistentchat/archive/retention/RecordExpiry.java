package org.persistentchat.archive.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.proof.ExpiryAct;
import org.persistentchat.archive.proof.PositionRange;
import org.persistentchat.archive.proof.SigningKey;
import org.persistentchat.archive.reading.ArchivedEntry;
import org.persistentchat.archive.seal.SealedAct;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordIds;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedPerson;
import org.persistentchat.compliance.record.RecordedRoom;
import org.persistentchat.expiry.Expired;
import org.persistentchat.expiry.ExpiryOrder;

/**
 * Removes records that have expired, some in each transaction. The act that names them is signed, stored and sealed in the same transaction, so that a
 * verifier never finds one without the other.
 */
final class RecordExpiry {

    /** What the archive says of itself is kept as long as the archive: it shows why the rest is as it is. */
    private static final Set<RecordKind> KEPT =
            Set.of(RecordKind.RECORDS_EXPIRED, RecordKind.ARCHIVE_ACT, RecordKind.RECORDING_CHANGED);

    private static final RecordedPerson PRODUCT = new RecordedPerson("", "Persistent Chat", null, true);
    private static final RecordIds IDS = new RecordIds();

    private final DataSource database;
    private final SigningKey key;
    private final InstantSource clock;
    private final String server;

    /**
     * Retention in an archive.
     *
     * @param database as an account that may remove records
     */
    RecordExpiry(DataSource database, SigningKey key, InstantSource clock, String server) {
        this.database = database;
        this.key = key;
        this.clock = clock;
        this.server = server;
    }

    private record Sorted(List<ArchivedEntry> going, Expired outcome) {}

    /**
     * Looks without removing.
     *
     * @param through the last position that may go
     */
    static Expired look(Connection connection, ExpiryOrder order, Predicate<ComplianceRecord> held, long through)
            throws SQLException {
        return sort(candidates(new ExpiryTable(connection), order, through), held, through)
                .outcome();
    }

    /** As {@link #look}, and removes what is not held. */
    Expired expire(ExpiryOrder order, Predicate<ComplianceRecord> held, long through) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                ExpiryTable table = new ExpiryTable(connection);
                Sorted sorted = sort(candidates(table, order, through), held, through);
                if (!sorted.going().isEmpty()) {
                    remove(connection, table, order, sorted.going());
                }
                connection.commit();
                return sorted.outcome();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** None while nothing may go: an adapter that is new has exported nothing yet. */
    private static List<ArchivedEntry> candidates(ExpiryTable table, ExpiryOrder order, long through)
            throws SQLException {
        return through == 0 ? List.of() : table.candidates(order);
    }

    private static Sorted sort(List<ArchivedEntry> found, Predicate<ComplianceRecord> held, long through) {
        List<ArchivedEntry> going = new ArrayList<>();
        int kept = 0;
        Instant oldest = null;
        Instant newest = null;
        for (ArchivedEntry entry : found) {
            ComplianceRecord record = entry.record();
            if (entry.position() > through || KEPT.contains(record.kind())) {
                continue;
            }
            oldest = oldest == null ? record.at() : oldest;
            newest = record.at();
            if (held.test(record)) {
                kept++;
            } else {
                going.add(entry);
            }
        }
        return new Sorted(going, new Expired(found.size(), going.size(), kept, oldest, newest, next(found, through)));
    }

    /**
     * Within a room positions nearly always rise with time: behind a whole page of what may not go yet the rest is not looked at. What could go of it goes when
     * the bound has moved on.
     */
    private static ExpiryOrder.@Nullable Place next(List<ArchivedEntry> found, long through) {
        boolean isLast = found.size() < ExpiryTable.PAGE;
        return isLast || found.stream().allMatch(entry -> entry.position() > through)
                ? null
                : place(found.get(found.size() - 1));
    }

    private static ExpiryOrder.Place place(ArchivedEntry entry) {
        return new ExpiryOrder.Place(
                entry.record().at(), entry.record().recordId().toString());
    }

    private void remove(Connection connection, ExpiryTable table, ExpiryOrder order, List<ArchivedEntry> going)
            throws SQLException {
        List<PositionRange> positions = PositionRange.of(
                going.stream().map(ArchivedEntry::position).sorted().toList());
        ExpiryAct.Terms terms = new ExpiryAct.Terms(order.rule(), order.room(), order.before());
        SealedAct act = SealedAct.seal(
                connection,
                key,
                clock,
                archive -> record(ExpiryAct.sign(archive, terms, positions, key).json()));
        if (table.delete(going) != going.size()) {
            throw new SQLException("Another server removes the same records"); // it has said so in an act of its own
        }
        table.note(act.position(), act.record().recordId(), going);
    }

    private ComplianceRecord record(String content) {
        return new ComplianceRecord(
                IDS.next(),
                RecordKind.RECORDS_EXPIRED,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                new RecordedRoom("", "", ""),
                0,
                PRODUCT,
                server,
                content);
    }
}
