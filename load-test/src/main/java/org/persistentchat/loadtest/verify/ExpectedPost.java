package org.persistentchat.loadtest.verify;

import org.persistentchat.loadtest.client.ChatEvent;

/**
 * A line that was posted.
 *
 * @param where the line of the log, for reports
 * @param name display name of the author
 */
public record ExpectedPost(String where, String account, String name, String text) {

    boolean matches(ChatEvent event) {
        return account.equals(event.author()) && name.equals(event.name()) && text.equals(event.body());
    }
}
