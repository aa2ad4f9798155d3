package org.persistentchat.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.persistentchat.archive.reading.ArchiveReader;
import org.persistentchat.archive.reading.JdbcArchiveReader;
import org.persistentchat.archive.reading.RecordRows;
import org.persistentchat.compliance.record.ComplianceRecord;

/** A compliance database whose records have positions, for tests of what reads it. */
public final class SampleArchive {

    private static final String ENTRY = "INSERT INTO archive_entry (position, record_id, leaf) VALUES (?, ?, ?)";
    private static final String HEAD = "UPDATE archive_head SET last_position = ? WHERE head_id = 1";

    private final JdbcDataSource database = new JdbcDataSource();
    private long position;

    /** An archive in memory. */
    public SampleArchive() {
        this("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    /** An archive at an address of H2. */
    public SampleArchive(String url) {
        database.setURL(url + ";MODE=MSSQLServer");
        ArchiveSchema.migrate(database);
    }

    public DataSource database() {
        return database;
    }

    public ArchiveReader reader() {
        return new JdbcArchiveReader(database);
    }

    /** Removes records as retention or somebody's hand does: their entries stay. */
    public void erase(long first, long last) throws SQLException {
        execute("DELETE FROM compliance_record WHERE record_id IN"
                + " (SELECT record_id FROM archive_entry WHERE position BETWEEN " + first + " AND " + last + ")");
    }

    /** Takes a position out of the archive, which nothing in the product does. */
    public void lose(long lost) throws SQLException {
        execute("DELETE FROM archive_entry WHERE position = " + lost);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Stores records and gives them the next positions, in this order. */
    public void append(List<ComplianceRecord> records) throws SQLException {
        new Archive(database).store(records);
        try (Connection connection = database.getConnection();
                PreparedStatement entry = connection.prepareStatement(ENTRY);
                PreparedStatement head = connection.prepareStatement(HEAD)) {
            for (ComplianceRecord record : records) {
                entry.setLong(1, ++position);
                entry.setBytes(2, RecordRows.bytes(record.recordId()));
                entry.setBytes(3, new byte[32]);
                entry.addBatch();
            }
            entry.executeBatch();
            head.setLong(1, position);
            head.executeUpdate();
        }
    }
}
