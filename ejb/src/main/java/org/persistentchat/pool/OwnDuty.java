package org.persistentchat.pool;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.change.Change;
import org.persistentchat.change.ChangeFollower;
import org.persistentchat.change.ChangeKind;

/** What this server shall do, in memory: asked at every handshake. */
@ApplicationScoped
public class OwnDuty implements ChangeFollower {
    /** Three heartbeats, and some difference of the servers' clocks. */
    private static final Duration LOST_AFTER = Duration.ofSeconds(20);

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    /** Its number is not asked for: that waits for the end of the application's start, and the start waits for this. */
    private final String self = System.getProperty("jboss.node.name", "server");

    private volatile Duty duty = Duty.ACTIVE;
    private volatile boolean suspended;
    private volatile List<PoolServer> seen = List.of();

    /** Whether new connections are taken. */
    public boolean takesClients() {
        return duty == Duty.ACTIVE && !suspended;
    }

    public Duty duty() {
        return duty;
    }

    /** Whether WildFly is suspended or stops. */
    public boolean isSuspended() {
        return suspended;
    }

    /** WildFly has said that it is suspended, or goes on. */
    public void suspend(boolean isSuspended) {
        suspended = isSuspended;
    }

    /** Addresses of other servers that take clients, as far as they have one; as of the last heartbeat, at most five seconds ago. */
    public List<String> elsewhere() {
        return seen.stream()
                .filter(other -> other.takesClients() && !other.name().equals(self))
                .map(PoolServer::address)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    void saw(List<PoolServer> servers) {
        seen = servers;
    }

    static List<PoolServer> serversOf(Connection connection, Clock clock) throws SQLException {
        return HeartbeatTable.read(connection, clock.instant().minus(LOST_AFTER));
    }

    @Override
    public void reload() {
        try (Connection connection = dataSource.getConnection()) {
            Duty wanted = DutyTable.read(connection, self);
            seen = serversOf(connection, Clock.systemUTC());
            if (wanted != duty) {
                PoolLog.LOG.duty(wanted.label());
            }
            duty = wanted;
        } catch (SQLException failure) {
            throw new IllegalStateException("The duty of this server cannot be read", failure);
        }
    }

    @Override
    public void follow(List<Change> changes) {
        if (changes.stream().anyMatch(change -> change.kind() == ChangeKind.SERVER)) {
            reload();
        }
    }
}
