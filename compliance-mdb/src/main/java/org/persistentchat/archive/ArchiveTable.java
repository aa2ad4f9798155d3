package org.persistentchat.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.persistentchat.archive.reading.RecordRows;
import org.persistentchat.compliance.record.ComplianceRecord;

/** The table {@code compliance_record}. Times are UTC. The caller owns the transaction. */
public final class ArchiveTable {

    private static final String INSERT =
            "INSERT INTO compliance_record (record_id, kind, recorded_at, room_id, room_name,"
                    + " category_name, sequence, account, display_name, email, internal, server, content,"
                    + " target, title, previous) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int IDS_PER_QUERY = 200; // one statement text for all, the last id repeated
    private static final String KNOWN = "SELECT record_id FROM compliance_record WHERE record_id IN ("
            + String.join(", ", Collections.nCopies(IDS_PER_QUERY, "?")) + ")";

    private ArchiveTable() {}

    /** Inserts all, or fails with a violation when one is there already. */
    public static void insert(Connection connection, List<ComplianceRecord> records) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (ComplianceRecord record : records) {
                bind(insert, record);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, ComplianceRecord record) throws SQLException {
        insert.setBytes(1, RecordRows.bytes(record.recordId()));
        insert.setString(2, record.kind().name());
        insert.setObject(3, LocalDateTime.ofInstant(record.at(), ZoneOffset.UTC));
        insert.setString(4, record.room().id());
        insert.setString(5, record.room().name());
        insert.setString(6, record.room().category());
        insert.setLong(7, record.sequence());
        insert.setString(8, record.person().account());
        insert.setString(9, record.person().displayName());
        insert.setString(10, record.person().email());
        insert.setBoolean(11, record.person().internal());
        insert.setString(12, record.server());
        insert.setString(13, record.content());
        if (record.message().target() == 0) {
            insert.setNull(14, Types.BIGINT);
        } else {
            insert.setLong(14, record.message().target());
        }
        insert.setString(15, record.message().title());
        insert.setString(16, record.message().previous());
    }

    /** Those of {@code records} that the table does not have. */
    static List<ComplianceRecord> absent(Connection connection, List<ComplianceRecord> records) throws SQLException {
        List<ComplianceRecord> absent = new ArrayList<>();
        for (int from = 0; from < records.size(); from += IDS_PER_QUERY) {
            List<ComplianceRecord> part = records.subList(from, Math.min(records.size(), from + IDS_PER_QUERY));
            Set<UUID> known = known(connection, part);
            part.stream().filter(record -> !known.contains(record.recordId())).forEach(absent::add);
        }
        return absent;
    }

    private static Set<UUID> known(Connection connection, List<ComplianceRecord> part) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            for (int i = 0; i < IDS_PER_QUERY; i++) {
                select.setBytes(
                        i + 1,
                        RecordRows.bytes(part.get(Math.min(i, part.size() - 1)).recordId()));
            }
            try (ResultSet rows = select.executeQuery()) {
                Set<UUID> known = new HashSet<>();
                while (rows.next()) {
                    known.add(RecordRows.id(rows.getBytes(1)));
                }
                return known;
            }
        }
    }
}
