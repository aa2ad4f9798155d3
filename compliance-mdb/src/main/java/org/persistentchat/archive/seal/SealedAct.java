package org.persistentchat.archive.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.persistentchat.archive.ArchiveTable;
import org.persistentchat.archive.ArrivalTable;
import org.persistentchat.archive.proof.CanonicalRecord;
import org.persistentchat.archive.proof.SigningKey;
import org.persistentchat.archive.reading.RecordRows;
import org.persistentchat.compliance.record.ComplianceRecord;

/**
 * A record that was stored and sealed in one transaction, in a chunk of its own.
 *
 * @param position its place
 */
public record SealedAct(long position, ComplianceRecord record) {

    /** Stores and seals what {@code act} makes for the archive of this identity. The caller owns the transaction; no chunk is closed until it ends. */
    public static SealedAct seal(
            Connection connection, SigningKey key, InstantSource clock, Function<UUID, ComplianceRecord> act)
            throws SQLException {
        ArchiveHead head = ArchiveHead.lock(connection);
        ComplianceRecord record = act.apply(head.archive());
        ArchiveTable.insert(connection, List.of(record));
        ArrivalTable.Leaf leaf =
                new ArrivalTable.Leaf(RecordRows.bytes(record.recordId()), CanonicalRecord.leaf(record));
        return new SealedAct(
                Sealer.close(connection, head, List.of(leaf), key, clock)
                        .header()
                        .lastPosition(),
                record);
    }
}
