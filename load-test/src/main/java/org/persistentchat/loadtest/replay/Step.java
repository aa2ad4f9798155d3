package org.persistentchat.loadtest.replay;

/** What a person does in the channel, in the order of the log; {@code second} as in the log, -1 if unknown. */
sealed interface Step {
    String nick();

    int second();

    /** Comes into the room. */
    record Enter(String nick, int second) implements Step {}

    /** Says something. */
    record Say(String nick, int second, String where, String text) implements Step {}

    /** Leaves the room. */
    record Leave(String nick, int second) implements Step {}
}
