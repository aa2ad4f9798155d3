package org.persistentchat.database;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the content database tells the operator. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface DatabaseLog {
    DatabaseLog LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), DatabaseLog.class, "org.persistentchat.database");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1000, value = "Content database is at version %s (%d migrations run now)")
    void contentMigrated(String version, int migrations);
}
