package org.persistentchat.archive.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.persistentchat.archive.ArrivalTable;
import org.persistentchat.archive.proof.ChunkHeader;
import org.persistentchat.archive.proof.SealedChunk;

/** Writes closed chunks. The caller owns the transaction; the keys refuse a number or a position that was given already. */
final class ChunkTable {

    private static final String CHUNK =
            "INSERT INTO archive_chunk (chunk_number, form, first_position, records, sealed_at,"
                    + " root, previous, hash, key_id, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ENTRY = "INSERT INTO archive_entry (position, record_id, leaf) VALUES (?, ?, ?)";

    private ChunkTable() {}

    static void insert(Connection connection, SealedChunk chunk, List<ArrivalTable.Leaf> leaves) throws SQLException {
        ChunkHeader header = chunk.header();
        try (PreparedStatement insert = connection.prepareStatement(CHUNK)) {
            insert.setLong(1, header.number());
            insert.setInt(2, header.form());
            insert.setLong(3, header.firstPosition());
            insert.setInt(4, header.records());
            insert.setObject(5, LocalDateTime.ofInstant(header.sealedAt(), ZoneOffset.UTC));
            insert.setBytes(6, header.root());
            insert.setBytes(7, header.previous());
            insert.setBytes(8, chunk.hash());
            insert.setString(9, chunk.keyId());
            insert.setBytes(10, chunk.signature());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(ENTRY)) {
            long position = header.firstPosition();
            for (ArrivalTable.Leaf leaf : leaves) {
                insert.setLong(1, position++);
                insert.setBytes(2, leaf.recordId());
                insert.setBytes(3, leaf.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
