package org.persistentchat.archive.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.proof.ChunkHeader;
import org.persistentchat.archive.proof.SealedChunk;
import org.persistentchat.archive.reading.RecordRows;

/** Reads single records of an archive with what proves them. */
public final class ProofReader {

    /** Most positions that are read at once. */
    public static final int SOME = 100;

    private static final String ARCHIVE = "SELECT archive_id FROM archive_head WHERE head_id = 1";
    private static final String ENTRIES = "SELECT e.position, e.record_id, e.leaf, " + RecordRows.COLUMNS
            + " FROM archive_entry e LEFT JOIN compliance_record r ON r.record_id = e.record_id"
            + " WHERE e.position IN (" + String.join(", ", Collections.nCopies(SOME, "?")) + ") ORDER BY e.position";
    private static final String CHUNK = DatabaseSource.CHUNK_COLUMNS
            + " FROM archive_chunk WHERE first_position <= ? ORDER BY first_position DESC"
            + " OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY";
    private static final String LEAVES =
            "SELECT leaf FROM archive_entry WHERE position >= ? AND position <= ? ORDER BY position";

    private final Connection connection;

    public ProofReader(Connection connection) {
        this.connection = connection;
    }

    /** The identity of the archive, once it has a chunk. */
    public Optional<UUID> archive() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ARCHIVE);
                ResultSet row = select.executeQuery()) {
            byte @Nullable [] id = row.next() ? row.getBytes(1) : null;
            return id == null ? Optional.empty() : Optional.of(RecordRows.id(id));
        }
    }

    /** What is at these positions, {@value #SOME} at most, in their order. */
    public List<StoredEntry> entries(List<Long> positions) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            for (int slot = 0; slot < SOME; slot++) {
                select.setLong(slot + 1, positions.get(Math.min(slot, positions.size() - 1)));
            }
            List<StoredEntry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    boolean there = row.getBytes(4) != null;
                    entries.add(new StoredEntry(
                            row.getLong(1),
                            RecordRows.id(row.getBytes(2)),
                            row.getBytes(3),
                            there ? RecordRows.read(row, 4) : null));
                }
            }
            return entries;
        }
    }

    /** The chunk that has the position. */
    public Optional<SealedChunk> chunkOf(long position) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CHUNK)) {
            select.setLong(1, position);
            try (ResultSet row = select.executeQuery()) {
                Optional<SealedChunk> chunk = row.next() ? Optional.of(DatabaseSource.chunk(row)) : Optional.empty();
                return chunk.filter(found -> found.header().lastPosition() >= position);
            }
        }
    }

    /** The leaves of a chunk. */
    public List<byte[]> leaves(ChunkHeader chunk) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LEAVES)) {
            select.setLong(1, chunk.firstPosition());
            select.setLong(2, chunk.lastPosition());
            List<byte[]> leaves = new ArrayList<>(chunk.records());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    leaves.add(row.getBytes(1));
                }
            }
            return leaves;
        }
    }
}
