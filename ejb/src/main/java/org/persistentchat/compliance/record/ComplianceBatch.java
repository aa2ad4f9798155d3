package org.persistentchat.compliance.record;

import java.util.List;

/**
 * All records of one transaction of the journal: archived together or not at all.
 *
 * @param serverId the server that wrote it
 * @param batchId increasing per server, also over restarts
 * @param records in the order in which they happened
 */
public record ComplianceBatch(int serverId, long batchId, List<ComplianceRecord> records) {

    public ComplianceBatch {
        records = List.copyOf(records);
    }
}
