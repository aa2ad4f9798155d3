package org.persistentchat.cluster;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.journal.LostStays;

/** Records that the people of servers that are lost are not in their rooms any more. All servers look; the database lets one do it. */
@ApplicationScoped
public class LostServers {
    private static final int LOOK_EVERY = 10;

    /** Longer than a pause of a server that comes back: what is recorded is not taken back. */
    private static final Duration SILENT = Duration.ofSeconds(60);

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    LostStays stays;

    @Inject
    ServerIdentity server;

    private final Clock clock = Clock.systemUTC();
    private long round;

    /** This server's own stays from before its start; to be called before anybody can come. */
    void endOwn() {
        try {
            end(server);
        } catch (SQLException away) {
            throw new IllegalStateException("The stays of the last run cannot be ended", away);
        }
    }

    /** Once a second, by a thread that may wait for the database. */
    void round() {
        if (round++ % LOOK_EVERY != 0) {
            return;
        }
        try {
            for (ServerIdentity lost : new HeadTable(dataSource)
                    .lostWithStays(server.id(), clock.instant().minus(SILENT))) {
                end(lost);
            }
        } catch (SQLException away) {
            ClusterLog.LOG.notCompared(String.valueOf(away.getMessage())); // in a later round
        }
    }

    private void end(ServerIdentity lost) throws SQLException {
        int parts = stays.end(lost);
        if (parts > 0) {
            ClusterLog.LOG.partsRecorded(parts, lost.name());
        }
    }
}
