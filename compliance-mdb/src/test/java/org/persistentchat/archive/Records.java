package org.persistentchat.archive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.persistentchat.compliance.record.ComplianceBatch;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.EncodedBatch;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedMessage;
import org.persistentchat.compliance.record.RecordedPerson;
import org.persistentchat.compliance.record.RecordedRoom;

/** Records and batches for tests. */
public final class Records {

    static final int SERVER = 3;
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.125Z");

    private Records() {}

    public static ComplianceRecord record(long number) {
        return record(number, "Ana");
    }

    public static ComplianceRecord record(long number, String displayName) {
        return new ComplianceRecord(
                new UUID(0x0190_0000_0000_7000L, number),
                RecordKind.POST,
                NOON,
                new RecordedRoom("r1", "Operations", "General"),
                number,
                new RecordedPerson("ana", displayName, null, true),
                "node-1",
                "line " + number);
    }

    /** The edit of the message before {@code number}. */
    public static ComplianceRecord edit(long number) {
        ComplianceRecord post = record(number);
        return new ComplianceRecord(
                post.recordId(),
                RecordKind.EDIT,
                NOON,
                post.room(),
                number,
                post.person(),
                post.server(),
                "new",
                new RecordedMessage(number - 1, "title", "old"));
    }

    public static List<ComplianceRecord> records(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(Records::record).toList();
    }

    public static EncodedBatch batch(long batchId, List<ComplianceRecord> records) {
        return EncodedBatch.of(new ComplianceBatch(SERVER, batchId, records), NOON);
    }
}
