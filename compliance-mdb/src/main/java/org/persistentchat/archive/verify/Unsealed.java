package org.persistentchat.archive.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.persistentchat.archive.ArrivalTable;
import org.persistentchat.archive.proof.CanonicalRecord;
import org.persistentchat.archive.reading.RecordRows;

/** What a compliance database holds beside its chunks: records that wait to be sealed, and what nobody stored. */
final class Unsealed {

    private static final String COUNTS = "SELECT (SELECT COUNT(*) FROM compliance_record),"
            + " (SELECT COUNT(*) FROM archive_entry), (SELECT COALESCE(SUM(records), 0) FROM archive_arrival),"
            + " (SELECT COUNT(*) FROM archive_backlog)";
    private static final String WITHOUT_ENTRY = "SELECT r.record_id FROM compliance_record r"
            + " WHERE NOT EXISTS (SELECT 1 FROM archive_entry e WHERE e.record_id = r.record_id)"
            + " AND NOT EXISTS (SELECT 1 FROM archive_backlog b WHERE b.record_id = r.record_id)"
            + " ORDER BY r.record_id";
    private static final String ARRIVALS = "SELECT leaves FROM archive_arrival ORDER BY arrival_id";
    private static final String RECORD =
            "SELECT " + RecordRows.COLUMNS + " FROM compliance_record r WHERE r.record_id = ?";
    private static final String ENTRY = "SELECT position FROM archive_entry WHERE record_id = ?";
    private static final String BEYOND = "SELECT position FROM archive_entry WHERE position > ? OR position < 1"
            + " ORDER BY position OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY";
    private static final String LATER = "SELECT COUNT(*) FROM archive_chunk WHERE chunk_number > ?";

    private final Connection connection;
    private long waiting;

    Unsealed(Connection connection) {
        this.connection = connection;
    }

    long waiting() {
        return waiting;
    }

    /**
     * What should not be there.
     *
     * @param newest number of the newest chunk that was read
     * @param through last position of the chunks that were read
     * @param absent entries of theirs whose record was not there
     */
    List<Finding> leftOver(long newest, long through, long absent) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        beyond(newest, through, findings);
        if (!countsAgree(absent)) {
            List<UUID> candidates = ids(WITHOUT_ENTRY); // before the arrivals: what is sealed meanwhile is found there
            Set<UUID> noted = arrivals(new ArrayList<>());
            for (UUID candidate : candidates) {
                if (!noted.contains(candidate) && !exists(ENTRY, candidate)) {
                    findings.add(inserted(candidate));
                }
            }
        }
        waiting = arrivals(findings).size();
        return findings;
    }

    private static Finding inserted(UUID record) {
        return new Finding(Finding.Kind.RECORD_INSERTED, 0, 0, "record " + record + " was not stored by the archive");
    }

    /** Entries without chunk, unless chunks were closed since. */
    private void beyond(long newest, long through, List<Finding> findings) throws SQLException {
        try (PreparedStatement entry = connection.prepareStatement(BEYOND);
                PreparedStatement later = connection.prepareStatement(LATER)) {
            entry.setLong(1, through);
            later.setLong(1, newest);
            try (ResultSet row = entry.executeQuery();
                    ResultSet chunks = later.executeQuery()) {
                chunks.next();
                if (row.next() && chunks.getLong(1) == 0) {
                    findings.add(new Finding(Finding.Kind.POSITION, 0, row.getLong(1), "no chunk has this position"));
                }
            }
        }
    }

    /** Every record is in a chunk or noted: the usual case, found without looking at each. */
    private boolean countsAgree(long absent) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNTS);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1) + absent == row.getLong(2) + row.getLong(3) + row.getLong(4);
        }
    }

    private List<UUID> ids(String question) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(question);
                ResultSet row = select.executeQuery()) {
            List<UUID> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(RecordRows.id(row.getBytes(1)));
            }
            return ids;
        }
    }

    /** The records that writers noted; what is not as they stored it becomes a finding, unless it was sealed meanwhile. */
    private Set<UUID> arrivals(List<Finding> findings) throws SQLException {
        Set<UUID> noted = new HashSet<>();
        List<ArrivalTable.Leaf> leaves = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ARRIVALS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                leaves.addAll(ArrivalTable.unpack(row.getBytes(1)));
            }
        }
        for (ArrivalTable.Leaf leaf : leaves) {
            UUID id = RecordRows.id(leaf.recordId());
            noted.add(id);
            compare(id, leaf.hash(), findings);
        }
        return noted;
    }

    private void compare(UUID id, byte[] leaf, List<Finding> findings) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RECORD)) {
            select.setBytes(1, RecordRows.bytes(id));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    findings.add(new Finding(Finding.Kind.RECORD_REMOVED, 0, 0, "record " + id + ", not sealed yet"));
                } else if (!Arrays.equals(CanonicalRecord.leaf(RecordRows.read(row, 1)), leaf)) {
                    findings.add(new Finding(Finding.Kind.RECORD_CHANGED, 0, 0, "record " + id + ", not sealed yet"));
                }
            }
        }
    }

    private boolean exists(String question, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(question)) {
            select.setBytes(1, RecordRows.bytes(id));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
