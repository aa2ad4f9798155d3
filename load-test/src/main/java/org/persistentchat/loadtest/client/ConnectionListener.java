package org.persistentchat.loadtest.client;

import java.util.List;

/** Hears what happens on a connection. Called on the connection's event loop: must not wait. */
public interface ConnectionListener {
    /** Hears nothing. */
    ConnectionListener NONE = new ConnectionListener() {};

    /** A greeting arrived and all rooms are resumed; commands flow. Called after each reconnect too. */
    default void ready(Greeting greeting) {}

    /** The connection broke or was closed; {@code mayReturn} says whether it is tried again. */
    default void broken(LinkClosed reason, boolean mayReturn) {}

    /** Events of a room, in the order in which they take their place in its stream. */
    default void events(String room, List<ChatEvent> events) {}

    /** The room was entered by {@code enter} or, after a break, by {@code resume}. */
    default void entered(String room) {}

    /** The server took the connection out of the room, or refused to resume it. */
    default void left(String room, ChatError reason) {}
}
