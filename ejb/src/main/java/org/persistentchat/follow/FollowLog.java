package org.persistentchat.follow;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What followed rooms tell the operator. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface FollowLog {
    FollowLog LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), FollowLog.class, "org.persistentchat.follow");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 2100, value = "Telling followers of a room failed; the others go on")
    void hintFailed(@Cause Throwable defect);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 2101,
            value =
                    "What %s follows could not be read: until they connect anew they hear as if they had chosen nothing")
    void followsNotRead(String account, @Cause Throwable failure);
}
