package org.persistentchat.archive;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.persistentchat.compliance.record.ArchiveConfirmation;
import org.persistentchat.compliance.record.BatchCodec;
import org.persistentchat.compliance.record.BatchFrames;
import org.persistentchat.compliance.record.BatchFrames.Frame;
import org.persistentchat.compliance.record.ComplianceBatch;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.UndecodableBatchException;

/**
 * Takes one message: stores all its batches in one transaction, then confirms them. A batch that can never be stored is
 * refused by its identity, so that it holds up none of the others.
 */
final class RecordReceiver {

    private final Supplier<Archive> archive;
    private final ArchiveConfirmation confirmation;
    private final ArchiveMetrics metrics;

    /** {@code archive}: throws {@link ArchiveException} while it cannot be reached. */
    RecordReceiver(Supplier<Archive> archive, ArchiveConfirmation confirmation, ArchiveMetrics metrics) {
        this.archive = archive;
        this.confirmation = confirmation;
        this.metrics = metrics;
    }

    private record Arrived(int serverId, long batchId, List<ComplianceRecord> records) {}

    /**
     * Returns when each batch of the message is stored and confirmed, or refused, or missed. The broker would deliver what is missed again by itself, but
     * whole messages, each with stack traces; the relay knows when to ask again with how much.
     */
    void receive(byte[] message) {
        List<Arrived> batches = decode(message);
        try {
            storeTogether(batches);
        } catch (ArchiveException away) {
            metrics.failed();
            byServer(batches).forEach((server, ids) -> confirmation.missed(server, ids, reason(away)));
        }
    }

    private void storeTogether(List<Arrived> batches) {
        try {
            store(batches);
        } catch (SQLException failed) {
            rethrowUnlessData(failed);
            storeOneByOne(batches);
        }
    }

    private List<Arrived> decode(byte[] message) {
        List<Arrived> batches = new ArrayList<>();
        try {
            for (Frame frame : BatchFrames.split(message)) {
                try {
                    List<ComplianceRecord> records =
                            BatchCodec.decode(frame.payload()).records();
                    batches.add(new Arrived(frame.serverId(), frame.batchId(), records));
                } catch (UndecodableBatchException unreadable) {
                    ArchiveLog.LOG.undecodable(frame.batchId(), frame.serverId(), reason(unreadable));
                    metrics.undecodable();
                    confirmation.refused(
                            frame.serverId(),
                            frame.batchId(),
                            new ArchiveConfirmation.Refused(reason(unreadable), 0, frame.payload()));
                }
            }
        } catch (UndecodableBatchException foreign) {
            ArchiveLog.LOG.foreignMessage(reason(foreign));
            metrics.undecodable();
        }
        return batches;
    }

    private static String reason(Exception exception) {
        return String.valueOf(exception.getMessage());
    }

    private void store(Collection<Arrived> batches) throws SQLException {
        if (batches.isEmpty()) {
            return;
        }
        List<ComplianceRecord> records =
                batches.stream().flatMap(batch -> batch.records().stream()).toList();
        metrics.stored(archive.get().store(records), records.size());
        byServer(batches).forEach(confirmation::archived);
    }

    private static Map<Integer, List<Long>> byServer(Collection<Arrived> batches) {
        return batches.stream()
                .collect(groupingBy(Arrived::serverId, TreeMap::new, mapping(Arrived::batchId, toList())));
    }

    /** Finds what cannot be stored; of a batch that holds such a record the others are stored. */
    private void storeOneByOne(List<Arrived> batches) {
        for (Arrived batch : batches) {
            try {
                store(List.of(batch));
            } catch (SQLException failed) {
                rethrowUnlessData(failed);
                storeRecords(batch);
            }
        }
    }

    private void storeRecords(Arrived batch) {
        List<ComplianceRecord> unstorable = new ArrayList<>();
        String state = "";
        for (ComplianceRecord record : batch.records()) {
            try {
                metrics.stored(archive.get().store(List.of(record)), 1);
            } catch (SQLException failed) {
                rethrowUnlessData(failed);
                unstorable.add(record);
                state = String.valueOf(failed.getSQLState());
            }
        }
        if (unstorable.isEmpty()) {
            confirmation.archived(batch.serverId(), List.of(batch.batchId()));
            return;
        }
        ArchiveLog.LOG.unstorable(unstorable.size(), batch.batchId(), batch.serverId(), state);
        metrics.unstorable();
        byte[] payload = BatchCodec.encode(new ComplianceBatch(batch.serverId(), batch.batchId(), unstorable));
        confirmation.refused(
                batch.serverId(),
                batch.batchId(),
                new ArchiveConfirmation.Refused("SQLSTATE " + state, unstorable.size(), payload));
    }

    private static void rethrowUnlessData(SQLException failed) {
        if (!SqlFailure.isDataError(failed)) {
            throw new ArchiveException("Records cannot be stored: SQLSTATE " + failed.getSQLState(), failed);
        }
    }
}
