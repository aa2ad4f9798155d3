package org.persistentchat.cluster;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the work of several servers tells the operator. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface ClusterLog {
    ClusterLog LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), ClusterLog.class, "org.persistentchat.cluster");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2220, value = "Rooms in memory cannot be compared with the database at the moment: %s")
    void notCompared(String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 2221, value = "A round of the pool's housekeeping failed; the next goes on")
    void roundFailed(@Cause Throwable defect);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2223, value = "%d parts recorded for people who were on server %s when it was lost")
    void partsRecorded(int parts, String server);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 2224,
            value = "Server %s lives and is not heard: its messages come late, by way of the database. Look at"
                    + " persistentchat.cluster.members of both servers, and at the network between them")
    void unheard(String server);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2225, value = "Server %s is heard, or does not live any more")
    void noLongerUnheard(String server);
}
