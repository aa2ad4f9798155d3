package org.persistentchat.compliance;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Messages of the relay, 3000 to 3249. They name batches, never what was said. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface ComplianceLog extends BasicLogger {

    ComplianceLog LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), ComplianceLog.class, "org.persistentchat.compliance");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3000, value = "Compliance relay started; %d batches wait in the outbox of server %d")
    void started(long rows, int serverId);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3001, value = "Compliance records are not recorded: persistentchat.compliance.enabled is false")
    void disabled();

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3002, value = "The broker takes no compliance records; they wait in the outbox")
    void brokerAway(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3003, value = "The broker takes compliance records again")
    void brokerBack();

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3004, value = "The outbox cannot be reached")
    void outboxAway(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3005, value = "The outbox can be reached again")
    void outboxBack();

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3006, value = "The archive confirms nothing; %d batches will be sent again")
    void archiveSilent(int batches);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3007, value = "The archive refused records of batch %d of server %d (%s); they are a dead letter now")
    void refused(long batchId, int serverId, String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3008, value = "Compliance relay met a defect and goes on")
    void defect(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3009, value = "The archive confirms again")
    void archiveBack();

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3012, value = "The archive takes nothing at the moment (%s); what it missed is sent again")
    void archiveAway(String reason);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2222, value = "Server %d is gone; its outbox is sent from here")
    void takenOver(int serverId);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3010, value = "%d batches wait for the archive, which is the bound of the outbox; %s")
    void boundReached(long batches, String consequence);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3011, value = "The outbox is below its bound again, with %d batches")
    void boundLeft(long batches);
}
