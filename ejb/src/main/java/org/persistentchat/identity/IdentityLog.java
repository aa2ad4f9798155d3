package org.persistentchat.identity;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What sign-in tells the operator. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface IdentityLog {
    IdentityLog LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), IdentityLog.class, "org.persistentchat.identity");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1100, value = "Revoked tokens could not be read from the content database; those known go on to hold")
    void revocationsNotRead(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1101, value = "The security realm could not check a password")
    void realmFailed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2180, value = "%d people of an older schema are found by their words now")
    void wordsGiven(int people);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2181, value = "People of an older schema could not be given the words by which they are found")
    void wordsNotGiven(@Cause Throwable cause);
}
