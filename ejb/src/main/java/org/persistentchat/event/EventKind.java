package org.persistentchat.event;

/** What kind of fact an event is. The code is what is stored; codes are never reused, those up to 15 are of messages. */
public enum EventKind {
    MESSAGE(1, "message"),
    /** A message of high importance. */
    ALERT(2, "alert"),
    /** A message with a title and a long body. */
    STORY(3, "story"),

    /** A message has another text. */
    EDIT(16, "edit"),
    DELETE(17, "delete"),
    /** Somebody reacted to a message with an emoji. */
    REACTION(18, "reaction"),
    /** Somebody took a reaction back. */
    REACTION_BACK(19, "reaction"),
    PIN(20, "pin"),
    UNPIN(21, "unpin"),
    /** All messages up to one are gone. */
    PURGE(22, "purge"),

    /** Never stored: stands for an event of a room whose messages are not kept for users. */
    UNKEPT(127, "unkept");

    private static final int LAST_MESSAGE = 15;

    private final int code;
    private final String label;

    EventKind(int code, String label) {
        this.code = code;
        this.label = label;
    }

    public int code() {
        return code;
    }

    /** The name as clients see it. */
    public String label() {
        return label;
    }

    /** Whether an event of this kind is something that was said, and may be answered, edited, deleted, reacted to and pinned. */
    public boolean isMessage() {
        return code <= LAST_MESSAGE;
    }

    /** Whether it says that somebody reacted, or does not any more. */
    public boolean isReaction() {
        return this == REACTION || this == REACTION_BACK;
    }

    /** The kind that is stored as {@code code}. */
    public static EventKind ofCode(int code) {
        for (EventKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No kind of event has the code " + code);
    }
}
