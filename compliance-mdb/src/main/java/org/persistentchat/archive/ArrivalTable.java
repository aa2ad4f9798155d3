package org.persistentchat.archive;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.persistentchat.archive.proof.CanonicalRecord;
import org.persistentchat.archive.reading.RecordRows;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordIds;

/** The table {@code archive_arrival}: what a transaction stored, for the sealer. The caller owns the transaction. */
public final class ArrivalTable {

    private static final int ID_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LEAF_BYTES = ID_BYTES + HASH_BYTES;

    private static final String INSERT = "INSERT INTO archive_arrival (arrival_id, records, leaves) VALUES (?, ?, ?)";
    private static final RecordIds IDS = new RecordIds();

    private ArrivalTable() {}

    /** A stored record: its identity and its hash. */
    @SuppressWarnings("ArrayRecordComponent") // moved, never compared
    public record Leaf(byte[] recordId, byte[] hash) {}

    /** What is in a column {@code leaves}. */
    public static List<Leaf> unpack(byte[] packed) {
        List<Leaf> leaves = new ArrayList<>(packed.length / LEAF_BYTES);
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        while (bytes.remaining() >= LEAF_BYTES) {
            byte[] recordId = new byte[ID_BYTES];
            byte[] hash = new byte[HASH_BYTES];
            bytes.get(recordId).get(hash);
            leaves.add(new Leaf(recordId, hash));
        }
        return leaves;
    }

    /** Notes that the transaction stores {@code records}; nothing when there are none. */
    public static void insert(Connection connection, List<ComplianceRecord> records) throws SQLException {
        if (records.isEmpty()) {
            return;
        }
        ByteBuffer leaves = ByteBuffer.allocate(LEAF_BYTES * records.size());
        for (ComplianceRecord record : records) {
            leaves.put(RecordRows.bytes(record.recordId()));
            leaves.put(CanonicalRecord.leaf(record));
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setBytes(1, RecordRows.bytes(IDS.next()));
            insert.setInt(2, records.size());
            insert.setBytes(3, leaves.array());
            insert.executeUpdate();
        }
    }
}
