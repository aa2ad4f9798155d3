package org.persistentchat.archive.seal;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Messages of the sealer, 3260 to 3269. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface SealLog extends BasicLogger {

    SealLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), SealLog.class, "org.persistentchat.archive.seal");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3260, value = "The archive is sealed with key %s; checkpoints are written to %s")
    void signing(String keyId, String directory);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 3261,
            value = "The archive is not sealed at the moment; records are stored, without proof, until this succeeds")
    void notSealed(@Cause Throwable cause);
}
