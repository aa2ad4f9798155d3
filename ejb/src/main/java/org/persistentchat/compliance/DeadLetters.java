package org.persistentchat.compliance;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Records that the archive refused. Whoever calls checks rights. */
@ApplicationScoped
public class DeadLetters {

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource content;

    /** The oldest, at most {@code limit}. */
    public List<DeadLetter> oldest(int limit) throws SQLException {
        return new DeadLetterTable(content).oldest(limit);
    }

    /** How many there are. */
    public long count() throws SQLException {
        return new DeadLetterTable(content).count();
    }

    /** Moves one back to the outbox, in the caller's transaction; its server sends it with the next sweep. False when there is none. */
    public boolean replay(int serverId, long batchId) throws SQLException {
        return new DeadLetterTable(content).replay(new BatchKey(serverId, batchId));
    }
}
