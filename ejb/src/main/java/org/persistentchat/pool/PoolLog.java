package org.persistentchat.pool;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the pool tells the operator; numbers 2230 to 2249. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface PoolLog {
    PoolLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), PoolLog.class, "org.persistentchat.pool");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2230, value = "This server is %s now")
    void duty(String duty);
}
