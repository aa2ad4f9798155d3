package org.persistentchat.session;

import org.persistentchat.config.ChatLimits;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** What a message must be. */
final class MessageRules {
    private MessageRules() {}

    static void check(String key, String body, ChatLimits limits) {
        if (key.isEmpty() || key.length() > limits.keyCharacters()) {
            throw ChatException.overLimit(
                    ErrorCode.KEY_INVALID,
                    "A key has 1 to " + limits.keyCharacters() + " characters, this one has " + key.length() + ".",
                    limits.keyCharacters());
        }
        if (body.isBlank()) {
            throw new ChatException(ErrorCode.MESSAGE_EMPTY, "The message is empty.");
        }
        if (body.length() > limits.bodyCharacters()) {
            throw ChatException.overLimit(
                    ErrorCode.MESSAGE_TOO_LONG,
                    "A message has at most " + limits.bodyCharacters() + " characters, this one has " + body.length()
                            + ".",
                    limits.bodyCharacters());
        }
    }
}
