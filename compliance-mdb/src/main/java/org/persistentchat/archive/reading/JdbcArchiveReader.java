package org.persistentchat.archive.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** Reads by the clustered keys of both tables; a page costs its own rows, wherever it begins. */
public final class JdbcArchiveReader implements ArchiveReader {

    private static final String THROUGH = "SELECT last_position FROM archive_head WHERE head_id = 1";
    private static final String PAGE = "SELECT e.position, " + RecordRows.COLUMNS
            + " FROM archive_entry e JOIN compliance_record r ON r.record_id = e.record_id"
            + " WHERE e.position > ? AND e.position <= ? ORDER BY e.position OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY";
    private static final String ENTRIES = "SELECT COUNT(*) FROM archive_entry WHERE position > ? AND position <= ?";

    private static final int SOME = 100; // one statement text for all, the last position repeated
    private static final String SINGLE = "SELECT e.position, " + RecordRows.COLUMNS
            + " FROM archive_entry e JOIN compliance_record r ON r.record_id = e.record_id WHERE e.position IN ("
            + String.join(", ", Collections.nCopies(SOME, "?")) + ") ORDER BY e.position";

    private final DataSource database;

    public JdbcArchiveReader(DataSource database) {
        this.database = database;
    }

    @Override
    public long sealedThrough() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(THROUGH);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public List<ArchivedEntry> read(long after, long through, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, after);
            select.setLong(2, through);
            select.setInt(3, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<ArchivedEntry> page = new ArrayList<>();
                while (rows.next()) {
                    page.add(new ArchivedEntry(rows.getLong(1), RecordRows.read(rows, 2)));
                }
                return page;
            }
        }
    }

    @Override
    public long entries(long after, long through) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setLong(1, after);
            select.setLong(2, through);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The entries at these positions, in their order; what is not there is left out. */
    public List<ArchivedEntry> read(Collection<Long> positions) throws SQLException {
        List<Long> sorted = positions.stream().sorted().distinct().toList();
        List<ArchivedEntry> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SINGLE)) {
            for (int from = 0; from < sorted.size(); from += SOME) {
                for (int slot = 0; slot < SOME; slot++) {
                    select.setLong(slot + 1, sorted.get(Math.min(from + slot, sorted.size() - 1)));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new ArchivedEntry(rows.getLong(1), RecordRows.read(rows, 2)));
                    }
                }
            }
        }
        return found;
    }
}
