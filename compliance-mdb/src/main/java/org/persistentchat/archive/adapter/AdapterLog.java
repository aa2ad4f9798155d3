package org.persistentchat.archive.adapter;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Messages of the adapters, 3300 to 3319. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface AdapterLog extends BasicLogger {

    AdapterLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), AdapterLog.class, "org.persistentchat.archive.adapter");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3300, value = "Compliance adapter %s (%s) exports to %s, every %s")
    void configured(String name, String type, String directory, String interval);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3301, value = "Compliance adapter %s cannot be used: %s")
    void unusable(String name, String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3302, value = "Compliance adapter %s has failed; it tries again")
    void failed(String name, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3303, value = "Compliance adapter %s was taken over by another server")
    void takenOver(String name);
}
