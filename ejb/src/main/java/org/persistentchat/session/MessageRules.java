package org.persistentchat.session;

import org.jspecify.annotations.Nullable;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.EventKind;

/** What a message must be. */
final class MessageRules {
    private MessageRules() {}

    static void checkKey(String key, ChatLimits limits) {
        if (key.isEmpty() || key.length() > limits.keyCharacters()) {
            throw ChatException.overLimit(
                    ErrorCode.KEY_INVALID,
                    "A key has 1 to " + limits.keyCharacters() + " characters, this one has " + key.length() + ".",
                    limits.keyCharacters());
        }
    }

    static void check(MessageText text, ChatLimits limits) {
        boolean story = text.kind() == EventKind.STORY;
        if (story) {
            checkTitle(text.title() == null ? "" : text.title(), limits);
        } else if (text.title() != null) {
            throw new ChatException(ErrorCode.TITLE_INVALID, "Only a story has a title.");
        }
        checkBody(text.body(), story ? limits.storyCharacters() : limits.bodyCharacters());
    }

    /** Of an edit; whether it is of a story shows in the transaction. */
    static void checkEdit(@Nullable String title, String body, ChatLimits limits) {
        if (title != null) {
            checkTitle(title, limits);
        }
        checkBody(body, Math.max(limits.storyCharacters(), limits.bodyCharacters()));
    }

    private static void checkTitle(String title, ChatLimits limits) {
        boolean clean = title.codePoints().noneMatch(Character::isISOControl);
        if (title.isBlank() || title.length() > limits.titleCharacters() || !clean) {
            throw ChatException.overLimit(
                    ErrorCode.TITLE_INVALID,
                    "A story has a title of 1 to " + limits.titleCharacters()
                            + " characters, none a control character.",
                    limits.titleCharacters());
        }
    }

    private static void checkBody(String body, int longest) {
        if (body.isBlank()) {
            throw new ChatException(ErrorCode.MESSAGE_EMPTY, "The message is empty.");
        }
        if (body.length() > longest) {
            throw ChatException.overLimit(
                    ErrorCode.MESSAGE_TOO_LONG,
                    "A message has at most " + longest + " characters, this one has " + body.length() + ".",
                    longest);
        }
    }
}
