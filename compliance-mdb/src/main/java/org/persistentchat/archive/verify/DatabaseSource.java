package org.persistentchat.archive.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.proof.ChunkHeader;
import org.persistentchat.archive.proof.SealedChunk;
import org.persistentchat.archive.reading.RecordRows;
import org.persistentchat.compliance.record.ComplianceRecord;

/**
 * The tables of a compliance database, which may be in use: it is read as far as it was sealed at the beginning, or when retention removed something last. Needs the right to read,
 * and nothing else.
 */
public final class DatabaseSource implements ArchiveSource {

    private static final int CHUNKS = 100;
    /** To be selected, in this order. */
    static final String CHUNK_COLUMNS =
            "SELECT chunk_number, form, first_position, records, sealed_at, root, previous, hash, key_id, signature";

    private static final String ARCHIVE = "SELECT archive_id FROM archive_head WHERE head_id = 1";
    private static final String NEWEST = "SELECT MAX(chunk_number) FROM archive_chunk";
    private static final String LATER_ACT = "SELECT COUNT(*) FROM archive_expiry x"
            + " JOIN archive_entry e ON e.position = x.act_position AND e.record_id = x.record_id WHERE x.act_position > ?";
    private static final String PAGE = CHUNK_COLUMNS
            + " FROM archive_chunk WHERE chunk_number > ? AND chunk_number <= ? ORDER BY chunk_number"
            + " OFFSET 0 ROWS FETCH NEXT " + CHUNKS + " ROWS ONLY";
    private static final String ENTRIES = "SELECT e.position, e.record_id, e.leaf, " + RecordRows.COLUMNS
            + " FROM archive_entry e LEFT JOIN compliance_record r ON r.record_id = e.record_id"
            + " WHERE e.position >= ? AND e.position <= ? ORDER BY e.position";

    private final Connection connection;
    private final Unsealed unsealed;
    private final Deque<SealedChunk> page = new ArrayDeque<>();
    private long newest;
    private long chunk = Long.MIN_VALUE;
    private long through;

    public DatabaseSource(Connection connection) throws SQLException {
        this.connection = connection;
        this.newest = number(NEWEST);
        this.unsealed = new Unsealed(connection);
    }

    @Override
    public Optional<UUID> archive() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ARCHIVE);
                ResultSet row = select.executeQuery()) {
            byte @Nullable [] id = row.next() ? row.getBytes(1) : null;
            return id == null ? Optional.empty() : Optional.of(RecordRows.id(id));
        }
    }

    @Override
    public Optional<SealedChunk> nextChunk() throws SQLException {
        if (page.isEmpty()) {
            turnPage();
        }
        if (page.isEmpty() && hasLaterAct()) {
            newest = number(NEWEST);
            turnPage();
        }
        @Nullable SealedChunk next = page.poll();
        if (next != null) {
            through = Math.max(through, next.header().lastPosition());
        }
        return Optional.ofNullable(next);
    }

    private void turnPage() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, chunk);
            select.setLong(2, newest);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    page.add(chunk(row));
                    chunk = row.getLong(1);
                }
            }
        }
    }

    /** What retention has removed since the beginning is accounted for by chunks that were closed since. */
    private boolean hasLaterAct() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LATER_ACT)) {
            select.setLong(1, through);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) > 0;
            }
        }
    }

    static SealedChunk chunk(ResultSet row) throws SQLException {
        ChunkHeader header = new ChunkHeader(
                row.getLong(1),
                row.getInt(2),
                row.getLong(3),
                row.getInt(4),
                row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getBytes(6),
                row.getBytes(7));
        return new SealedChunk(header, row.getBytes(8), row.getString(9), row.getBytes(10));
    }

    @Override
    public List<StoredEntry> entries(SealedChunk of) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setLong(1, of.header().firstPosition());
            select.setLong(2, of.header().lastPosition());
            try (ResultSet row = select.executeQuery()) {
                List<StoredEntry> entries = new ArrayList<>();
                while (row.next()) {
                    @Nullable ComplianceRecord record = row.getBytes(4) == null ? null : RecordRows.read(row, 4);
                    entries.add(
                            new StoredEntry(row.getLong(1), RecordRows.id(row.getBytes(2)), row.getBytes(3), record));
                }
                return entries;
            }
        }
    }

    @Override
    public List<Finding> leftOver(long absent) throws SQLException {
        return unsealed.leftOver(newest, through, absent);
    }

    @Override
    public long unsealed() {
        return unsealed.waiting();
    }

    private long number(String question) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(question);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
