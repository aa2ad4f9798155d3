package org.persistentchat.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.id.OpaqueId;

/**
 * The log of administrative acts. Called in the transaction of the act: the entry is committed with it or not at all. There is no way to change or remove an
 * entry. A failed sign-in is no administrative act.
 */
@ApplicationScoped
public class AuditLog {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    CallOrigin origin;

    private final Clock clock = Clock.systemUTC();

    /** Writes down one act of {@code by}. */
    public void record(Actor by, AuditAct act) {
        record(by, List.of(act));
    }

    /** Writes down acts of {@code by} in the order given, in one batch. */
    public void record(Actor by, List<AuditAct> acts) {
        if (acts.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            AuditStatements.insert(connection, new AuditStatements.Author(by, from(), clock.instant()), acts);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /**
     * The name that a thing had when it was last administered, of one that is gone too; absent if it never was.
     *
     * @param number of {@link AuditSubject#of}
     */
    public Optional<String> lastName(String kind, long number) {
        try (Connection connection = dataSource.getConnection()) {
            return AuditStatements.lastName(connection, kind, OpaqueId.encode(number));
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    private String from() {
        try {
            return origin.address();
        } catch (ContextNotActiveException nobodyCalled) {
            return CallOrigin.SYSTEM;
        }
    }
}
