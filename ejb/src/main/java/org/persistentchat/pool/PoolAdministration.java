package org.persistentchat.pool;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.change.ChangeLog;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;

/** What administrators want of the servers. When a call returns it holds on this server, and on every other within a second. */
@ApplicationScoped
public class PoolAdministration {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    AuditLog audit;

    @Inject
    ChangeLog changes;

    private final Clock clock = Clock.systemUTC();

    /**
     * Gives a server another duty.
     *
     * @param expected version that the administrator has seen, -1 for any; refused with {@link ErrorCode#PRECONDITION_FAILED} if it is not the present one
     * @param force also if nobody would take clients then; otherwise that is refused with {@link ErrorCode#LAST_ACTIVE_SERVER}
     */
    @Transactional
    public PoolServer change(Person by, String name, long expected, Duty duty, boolean force) {
        return decide(by, force, pool -> {
                    PoolServer server = named(pool, name);
                    if (expected >= 0 && expected != server.assignment().version()) {
                        throw new ChatException(
                                ErrorCode.PRECONDITION_FAILED,
                                "It was changed in the meantime: read it again, then change it.");
                    }
                    return Map.of(server.id(), duty);
                })
                .stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Makes all active servers standby and all standby servers active, at once. Draining ones stay as they are. Returns all servers. */
    @Transactional
    public List<PoolServer> swap(Person by, boolean force) {
        return decide(by, force, pool -> {
            Map<Integer, Duty> wanted = new LinkedHashMap<>();
            for (PoolServer server : pool) {
                if (server.duty() != Duty.DRAINING) {
                    wanted.put(server.id(), server.duty() == Duty.ACTIVE ? Duty.STANDBY : Duty.ACTIVE);
                }
            }
            return wanted;
        });
    }

    static PoolServer named(List<PoolServer> pool, String name) {
        return pool.stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new ChatException(ErrorCode.SERVER_NOT_FOUND, "The pool has no server of this name."));
    }

    private List<PoolServer> decide(Person by, boolean force, Decision decision) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators say what servers do.");
        }
        try (Connection connection = dataSource.getConnection()) {
            DutyTable.lock(connection);
            List<PoolServer> before = OwnDuty.serversOf(connection, clock);
            List<PoolServer> after = with(before, decision.of(before));
            if (!force
                    && before.stream().anyMatch(PoolServer::takesClients)
                    && after.stream().noneMatch(PoolServer::takesClients)) {
                throw new ChatException(
                        ErrorCode.LAST_ACTIVE_SERVER,
                        "No running server would take clients any more. With force=true it is done all the same.");
            }
            write(connection, by, before, after);
            return after;
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    private void write(Connection connection, Person by, List<PoolServer> before, List<PoolServer> after)
            throws SQLException {
        List<AuditAct> acts = new ArrayList<>();
        List<Long> changed = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            PoolServer was = before.get(i);
            PoolServer is = after.get(i);
            if (was.duty() != is.duty()) {
                DutyTable.write(connection, is.id(), is.duty());
                acts.add(new AuditAct(
                        "server.change",
                        AuditSubject.named("server", is.name()),
                        AuditState.of("duty", was.duty()),
                        AuditState.of("duty", is.duty())));
                changed.add((long) is.id());
            }
        }
        if (!changed.isEmpty()) {
            audit.record(by, acts);
            changes.record(ChangeKind.SERVER, changed);
        }
    }

    private static List<PoolServer> with(List<PoolServer> pool, Map<Integer, Duty> wanted) {
        return pool.stream()
                .map(server -> {
                    Duty duty = wanted.getOrDefault(server.id(), server.duty());
                    return duty == server.duty() ? server : server.with(duty);
                })
                .toList();
    }

    /** Which servers shall have which duty; a server that is not in the answer keeps its own. */
    @FunctionalInterface
    private interface Decision {
        Map<Integer, Duty> of(List<PoolServer> pool);
    }
}
