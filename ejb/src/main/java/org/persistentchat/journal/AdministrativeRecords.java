package org.persistentchat.journal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.OutboxRelay;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.EncodedBatch;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedRoom;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.ActRecords;

/**
 * Records of administrative acts: one outbox row in the transaction of the act, with all that it records, announced to the relay after the commit. What the
 * product itself sets up is not recorded.
 */
@ApplicationScoped
public class AdministrativeRecords implements ActRecords {
    private static final Object RECORDING = new Object();
    private static final PersonId PRODUCT = Person.product().id();

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Journal journal;

    @Inject
    OutboxRelay relay;

    private final Clock clock = Clock.systemUTC();

    @Override
    public void record(Person by, RecordKind kind, RecordedRoom where, String content) {
        boolean product = by.id().equals(PRODUCT) && !kind.equals(RecordKind.RECORDING_CHANGED);
        if (product || !journal.records(kind)) {
            return;
        }
        @Nullable Recording recording = (Recording) transactions.getResource(RECORDING);
        if (recording == null) {
            recording = new Recording();
            transactions.putResource(RECORDING, recording);
            transactions.registerInterposedSynchronization(recording);
        }
        recording.records.add(journal.factory().act(by, kind, where, content, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What one transaction records. */
    private final class Recording implements Synchronization {
        private final List<ComplianceRecord> records = new ArrayList<>();
        private @Nullable EncodedBatch batch;

        @Override
        public void beforeCompletion() {
            Instant now = now();
            EncodedBatch encoded = journal.factory().encode(records, now);
            try (Connection connection = dataSource.getConnection()) {
                new JournalStatements(connection).insertOutbox(encoded, now);
            } catch (SQLException failure) {
                throw new IllegalStateException("The records of the act could not be written", failure);
            }
            batch = encoded;
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED && batch != null) {
                relay.committed(batch);
            }
        }
    }
}
