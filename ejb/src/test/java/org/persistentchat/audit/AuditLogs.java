package org.persistentchat.audit;

import javax.sql.DataSource;

/** Audit logs for tests, also of other packages. */
public final class AuditLogs {
    private AuditLogs() {}

    /** A log in this database, for a call from this address. */
    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    public static AuditLog in(DataSource content, String address) {
        AuditLog log = new AuditLog();
        log.dataSource = content;
        log.origin = new CallOrigin();
        log.origin.is(address);
        return log;
    }
}
