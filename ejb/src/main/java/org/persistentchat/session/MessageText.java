package org.persistentchat.session;

import org.jspecify.annotations.Nullable;
import org.persistentchat.event.EventKind;

/**
 * What somebody says.
 *
 * @param kind one of those that are messages
 * @param title of a story, otherwise null
 * @param reply sequence of the message that it answers, 0 for none
 */
public record MessageText(EventKind kind, @Nullable String title, String body, long reply) {

    /** A plain message. */
    public static MessageText plain(String body) {
        return new MessageText(EventKind.MESSAGE, null, body, 0);
    }
}
