package org.persistentchat.journal;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the journal tells the operator. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface JournalLog {
    JournalLog LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), JournalLog.class, "org.persistentchat.journal");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 1300,
            value =
                    "A journal transaction failed: posts that waited were answered with a retryable error, observations are kept")
    void transactionFailed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1301, value = "A journal transaction met a defect")
    void defect(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 1302, value = "A database connection could not be restored: %s")
    void connectionNotRestored(String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1303, value = "The content database still cannot be reached: %s")
    void stillDown(String reason);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1304, value = "Journal with %d lanes, compliance %s")
    void started(int lanes, String compliance);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1305, value = "%d observations for compliance are lost: the content database could not be reached")
    void observationsLost(int count);
}
