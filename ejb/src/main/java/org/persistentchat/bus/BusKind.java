package org.persistentchat.bus;

import org.jspecify.annotations.Nullable;

/**
 * What a message is about. The code travels and is never used again; a server that does not know a code skips the message. What a kind
 * carries may grow at its end: who is older does not read on, who is newer expects that the rest may be missing.
 */
public enum BusKind {
    /** Something was committed in a room: the events, or only how far the room is. */
    EVENTS(1),
    /** The sender has rooms in memory, or not any more. */
    INTEREST(2),
    /** How far rooms are in which the sender committed something a moment ago. */
    DIGEST(3),
    /** The sender missed something and asks for what holds now. */
    ASK(4),
    /** Administrators changed something; the number is that of the change. */
    CHANGE(5),
    /** An access token was signed out. */
    SIGNED_OUT(6),
    /** People came into rooms of the sender, or went. */
    PRESENCE(7),
    /** Somebody types, or does not any more. */
    TYPING(8),
    /** A read marker moved. */
    MARKER(9),
    /** Who is mentioned in a message has changed. */
    MENTIONS(10),
    /** A person chose another level for a room. */
    FOLLOW(11);

    private final int code;

    BusKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Null for a kind of a newer version. */
    static @Nullable BusKind ofCode(long code) {
        for (BusKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        return null;
    }
}
