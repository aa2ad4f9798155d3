package org.persistentchat.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.persistentchat.compliance.record.ComplianceRecord;

/** Keeps records, each once, whoever else stores the same at the same time. */
public final class Archive {

    private static final int ATTEMPTS = 5;
    private static final Comparator<ComplianceRecord> BY_ID = Comparator.comparing(ComplianceRecord::recordId);

    private final DataSource database;

    public Archive(DataSource database) {
        this.database = database;
    }

    /**
     * Stores those of {@code records} that are not stored yet, in one transaction, and returns how many these were.
     * Nearly always all are new, so that is tried first; only a violated key makes it look which are.
     *
     * @throws SQLException when nothing of it was stored, or it is unknown whether it was: store again
     */
    public int store(Collection<ComplianceRecord> records) throws SQLException {
        List<ComplianceRecord> distinct = distinctInOrderOfId(records);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return store(connection, distinct);
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static int store(Connection connection, List<ComplianceRecord> records) throws SQLException {
        List<ComplianceRecord> missing = records;
        for (int attempt = 1; ; attempt++) {
            try {
                ArchiveTable.insert(connection, missing);
                ArrivalTable.insert(connection, missing);
                connection.commit();
                return missing.size();
            } catch (SQLException failed) {
                connection.rollback();
                if (attempt == ATTEMPTS || !SqlFailure.isViolation(failed)) {
                    throw failed;
                }
            }
            missing = ArchiveTable.absent(connection, records);
        }
    }

    /** One order for all threads: two that store the same records wait for each other, and never in a circle. */
    private static List<ComplianceRecord> distinctInOrderOfId(Collection<ComplianceRecord> records) {
        Map<UUID, ComplianceRecord> distinct = new LinkedHashMap<>();
        records.forEach(record -> distinct.putIfAbsent(record.recordId(), record));
        return distinct.values().stream().sorted(BY_ID).toList();
    }
}
