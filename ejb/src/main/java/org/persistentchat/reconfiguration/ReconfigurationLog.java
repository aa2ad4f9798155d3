package org.persistentchat.reconfiguration;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What reconfiguration tells the operator; numbers 2120 to 2129. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface ReconfigurationLog {
    ReconfigurationLog LOG = Logger.getMessageLogger(
            MethodHandles.lookup(), ReconfigurationLog.class, "org.persistentchat.configuration");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2120, value = "Configuration is at version %d (%d values are stored)")
    void taken(long version, int stored);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 2121,
            value = "The stored value of %s, \"%s\", is not known or not allowed here: the installation's value holds")
    void notTaken(String name, String value);
}
