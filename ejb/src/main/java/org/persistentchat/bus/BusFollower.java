package org.persistentchat.bus;

import java.util.Set;

/**
 * Hears the other servers. A CDI bean of this type is found. Each follower has a thread and a bounded queue of its own: it may block, and
 * what comes meanwhile beyond the bound is left out. From one peer everything comes in the order in which it was sent.
 */
public interface BusFollower {

    /** What it wants to hear; no kind has two followers. */
    Set<BusKind> kinds();

    /** A message of {@code from}, which has {@link #joined} and not {@link #left}. */
    void received(Peer from, BusKind kind, WireReader payload);

    /** The peer is heard from now on and knows nothing of this server: tell it what holds. */
    default void joined(Peer peer) {}

    /** The peer is not heard any more; what it told is void. */
    default void left(Peer peer) {}

    /** Messages of the peer were lost. */
    default void missed(Peer peer) {}
}
