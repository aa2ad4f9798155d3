package org.persistentchat.trail;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;

/** The log of administrative acts, for administrators and compliance officers. */
@ApplicationScoped
public class AuditTrail {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    /**
     * A page of entries, newest first.
     *
     * @param after the last entry that is known; absent: from the newest on
     */
    public AuditPage read(Person by, AuditQuery query, Optional<AuditCursor> after, int limit) {
        if (!by.is(Role.ADMINISTRATOR) && !by.is(Role.COMPLIANCE_OFFICER)) {
            throw new ChatException(
                    ErrorCode.NOT_PERMITTED, "Only administrators and compliance officers read the audit log.");
        }
        try {
            List<AuditEntry> read = new AuditSelect(query, after).read(dataSource, limit + 1);
            boolean more = read.size() > limit;
            List<AuditEntry> page = more ? read.subList(0, limit) : read;
            return new AuditPage(page, more ? Optional.of(page.get(limit - 1).position()) : Optional.empty());
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }
}
