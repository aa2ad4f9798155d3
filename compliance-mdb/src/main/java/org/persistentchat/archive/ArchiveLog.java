package org.persistentchat.archive;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jspecify.annotations.Nullable;

/** Messages of the archive, 3250 to 3499. They name batches, never what was said. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface ArchiveLog extends BasicLogger {

    ArchiveLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ArchiveLog.class, "org.persistentchat.archive");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3250, value = "Compliance database is ready, schema version %s")
    void ready(String version);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 3251,
            value = "Compliance database cannot be used yet (%s); the chat goes on, records wait in the outbox")
    void notReady(String reason, @Cause @Nullable Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3252, value = "Batch %d of server %d cannot be read: %s")
    void undecodable(long batchId, int serverId, String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3253, value = "%d records of batch %d of server %d do not fit the compliance database (SQLSTATE %s)")
    void unstorable(int records, long batchId, int serverId, String sqlState); // no cause: databases quote the value

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3254, value = "A message on the queue of compliance records is none (%s); the outbox will send again")
    void foreignMessage(String reason);
}
