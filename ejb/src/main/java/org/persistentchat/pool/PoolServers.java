package org.persistentchat.pool;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.persistentchat.compliance.OutboxRelay;
import org.persistentchat.compliance.RelayLag;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;

/** Says in the database what this server does, and reads what the others do. */
@ApplicationScoped
public class PoolServers {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    ServerIdentity server;

    @Inject
    OutboxRelay relay;

    @Inject
    OwnDuty own;

    @Inject
    @ConfigProperty(name = "persistentchat.server.address")
    Optional<String> address;

    private final Clock clock = Clock.systemUTC();
    private final Instant startedAt = clock.instant();

    /** This server lives; to be called every five seconds, by a thread that may wait for the database. False if the database did not take it. */
    public boolean beat(int connections) {
        return say(own.isSuspended() ? PoolServer.State.SUSPENDED : PoolServer.State.ACTIVE, connections);
    }

    /** This server is stopped. False if the database did not take it. */
    public boolean stopped() {
        return say(PoolServer.State.STOPPED, 0);
    }

    private boolean say(PoolServer.State state, int connections) {
        RelayLag lag = relay.lag();
        Instant now = clock.instant();
        PoolServer.Said said = new PoolServer.Said(
                state,
                startedAt,
                now,
                connections,
                lag.batches(),
                lag.batches() == 0
                        ? Optional.empty()
                        : Optional.of(now.minus((long) (lag.oldestSeconds() * 1_000), ChronoUnit.MILLIS)));
        try (Connection connection = dataSource.getConnection()) {
            HeartbeatTable.write(connection, server.id(), address.orElse(""), said);
            own.saw(OwnDuty.serversOf(connection, clock));
            return true;
        } catch (SQLException away) {
            return false;
        }
    }

    /** All servers of the pool. Administrators only. */
    public List<PoolServer> list(Person by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators see the servers.");
        }
        try (Connection connection = dataSource.getConnection()) {
            return OwnDuty.serversOf(connection, clock);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /** The server of this name; refused with {@link ErrorCode#SERVER_NOT_FOUND} if there is none. Administrators only. */
    public PoolServer find(Person by, String name) {
        return PoolAdministration.named(list(by), name);
    }
}
