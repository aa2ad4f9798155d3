package org.persistentchat.web.connection;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Log messages of this package; numbers 5340 to 5359, 5440. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface ConnectionLog extends BasicLogger {
    ConnectionLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), ConnectionLog.class, "org.persistentchat.web.connection");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 5340, value = "A connection of %s is closed because it reads too slowly")
    void slowConsumer(String account);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 5440, value = "A connection of %s is closed because it asks for too much, or is one too many")
    void tooMuch(String account);

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 5341, value = "A connection is broken")
    void broken(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 5342, value = "The server stops: %d connections are asked to come back")
    void shuttingDown(int connections);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 5343, value = "The server's state cannot be watched: clients learn of a shutdown only when it ends")
    void stateNotWatched(@Cause Throwable cause);
}
