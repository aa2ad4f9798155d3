package org.persistentchat.loadtest.client;

/** A departure of a room's stream from "each event once, in order". */
public record StreamFault(Kind kind, String room, long expected, long received) {

    /** What went wrong. */
    public enum Kind {
        /** Events are missing between what was expected and what came. */
        GAP,
        /** An event came a second time. */
        DUPLICATE,
        /** An event that was missing came after later ones. */
        REORDERED,
        /** Events of a room that the connection is not in. */
        STRAY,
        /** After a break the room's end lies before what had been received already. */
        REWOUND
    }

    @Override
    public String toString() {
        return kind + " in room " + room + ": expected " + expected + ", received " + received;
    }
}
