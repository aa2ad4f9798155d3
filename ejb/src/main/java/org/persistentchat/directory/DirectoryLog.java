package org.persistentchat.directory;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What reading an outer directory tells the operator. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface DirectoryLog {
    DirectoryLog LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), DirectoryLog.class, "org.persistentchat.directory");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2150, value = "The outer directory was read in %d ms: %s")
    void read(long millis, RunCounts counts);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2151, value = "The outer directory could not be read; what is known of it goes on to hold: %s")
    void failed(String reason, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2152, value = "An entry of the outer directory is left out: %s, because %s")
    void skipped(String name, String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 2153,
            value = "The outer directory does not have the group %s any more, which keeps people out of %s."
                    + " It stays as it was, until it is deleted by REST with force=true")
    void kept(String group, String places);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2154, value = "%d entries of the outer directory could not be understood and are left out")
    void notUnderstood(int entries);
}
