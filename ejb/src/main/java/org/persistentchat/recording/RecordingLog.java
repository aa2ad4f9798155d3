package org.persistentchat.recording;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Messages of the scope of recording, 2250 to 2254. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface RecordingLog extends BasicLogger {

    RecordingLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), RecordingLog.class, "org.persistentchat.recording");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2250, value = "Recorded for compliance: everything %s, %d categories left out")
    void scope(boolean everything, int excluded);
}
