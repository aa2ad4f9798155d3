package org.persistentchat.bus;

import java.util.Set;

/** Sends to the other servers. Never blocks: what does not fit is left out and counted, and the receiver notices. */
public interface Bus {

    /** Whether there is nobody to send to. One volatile read. */
    boolean isAlone();

    /** The servers that are heard at the moment. */
    Set<Peer> peers();

    /** Sends to one server; without effect if it is not heard any more. The payload must not be changed afterwards. */
    void send(Peer to, BusKind kind, byte[] payload);

    /** Sends to all that are heard. */
    default void send(BusKind kind, byte[] payload) {
        for (Peer peer : peers()) {
            send(peer, kind, payload);
        }
    }
}
