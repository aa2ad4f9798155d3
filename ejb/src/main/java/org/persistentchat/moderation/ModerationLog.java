package org.persistentchat.moderation;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the removal of messages tells the operator. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface ModerationLog {
    ModerationLog LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), ModerationLog.class, "org.persistentchat.moderation");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2182, value = "The removal of messages %s is continued")
    void continued(String job);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 2030, value = "A removal of messages failed; what it did until then is done")
    void jobFailed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2031, value = "Texts that are not kept could not be blanked; tried again in a minute")
    void notBlanked(@Cause Throwable cause);
}
