package org.persistentchat.archive.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.persistentchat.archive.proof.ChunkHeader;
import org.persistentchat.archive.proof.SealedChunk;
import org.persistentchat.archive.reading.RecordRows;

/**
 * Where the chain ends. Its row is the lock of sealers; a verifier does not believe it.
 *
 * @param archive identity of the archive
 * @param lastChunk number of the newest chunk
 * @param lastPosition newest position
 * @param link what the next chunk refers to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ArchiveHead(UUID archive, long lastChunk, long lastPosition, byte[] link) {

    private static final String LOCK = "UPDATE archive_head SET last_chunk = last_chunk WHERE head_id = 1";
    private static final String SELECT =
            "SELECT archive_id, last_chunk, last_position, link FROM archive_head WHERE head_id = 1";
    private static final String UPDATE =
            "UPDATE archive_head SET archive_id = ?, last_chunk = ?, last_position = ?, link = ? WHERE head_id = 1";

    /** The end of the chain, which nobody else continues until the transaction ends. */
    static ArchiveHead lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            row.next();
            byte[] archive = row.getBytes(1);
            if (archive == null) {
                UUID fresh = UUID.randomUUID();
                return new ArchiveHead(fresh, 0, 0, ChunkHeader.origin(fresh));
            }
            return new ArchiveHead(RecordRows.id(archive), row.getLong(2), row.getLong(3), row.getBytes(4));
        }
    }

    /** Moves the end behind {@code chunk}. */
    void advance(Connection connection, SealedChunk chunk) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setBytes(1, RecordRows.bytes(archive));
            update.setLong(2, chunk.header().number());
            update.setLong(3, chunk.header().lastPosition());
            update.setBytes(4, chunk.link());
            update.executeUpdate();
        }
    }
}
