package org.persistentchat.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is now.
 *
 * @param title of a story
 * @param body what it says; empty once it is deleted
 * @param reply sequence of the message that it answers, 0 for none
 * @param edited the last edit, if there was one
 * @param unkept it is not kept for users: it reaches those who are present
 * @param reactions by emoji
 */
public record Message(
        @Nullable String title,
        String body,
        long reply,
        @Nullable Edited edited,
        boolean deleted,
        boolean pinned,
        boolean unkept,
        List<Reaction> reactions)
        implements Content {

    /** A message that is not there. */
    public static final Message GONE = new Message(null, "", 0, null, true, false, false, List.of());

    public Message {
        reactions = List.copyOf(reactions);
    }

    /** A message as it is when it is said. */
    public static Message said(@Nullable String title, String body, long reply, boolean unkept) {
        return new Message(title, body, reply, null, false, false, unkept, List.of());
    }

    /**
     * The last edit of a message.
     *
     * @param by account of who edited
     */
    public record Edited(Instant at, String by) {}

    /** The message with another text. */
    public Message edited(@Nullable String newTitle, String newBody, Edited edit) {
        return new Message(newTitle, newBody, reply, edit, deleted, pinned, unkept, reactions);
    }

    /** The message as it is shown when it is deleted: that it was there, and what it answered. */
    public Message gone() {
        return new Message(null, "", reply, null, true, false, unkept, List.of());
    }

    /** The message, pinned or not. */
    public Message pinned(boolean on) {
        return new Message(title, body, reply, edited, deleted, on, unkept, reactions);
    }

    /** The message with these reactions. */
    public Message reactedTo(List<Reaction> now) {
        return new Message(title, body, reply, edited, deleted, pinned, unkept, now);
    }

    @Override
    public int characters() {
        return body.length() + (title == null ? 0 : title.length());
    }
}
