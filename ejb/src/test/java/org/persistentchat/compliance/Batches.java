package org.persistentchat.compliance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.persistentchat.compliance.record.ComplianceBatch;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.EncodedBatch;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedPerson;
import org.persistentchat.compliance.record.RecordedRoom;

/** Batches for tests. */
final class Batches {

    static final int SERVER = 3;
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Batches() {}

    static EncodedBatch batch(long batchId) {
        return batch(batchId, "hello");
    }

    static EncodedBatch batch(long batchId, String content) {
        ComplianceRecord record = new ComplianceRecord(
                new UUID(batchId, 1),
                RecordKind.POST,
                NOON,
                new RecordedRoom("r1", "Operations", "General"),
                batchId,
                new RecordedPerson("ana", "Ana", null, true),
                "node-1",
                content);
        return EncodedBatch.of(new ComplianceBatch(SERVER, batchId, List.of(record)), NOON);
    }

    static List<EncodedBatch> batches(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(Batches::batch).toList();
    }
}
