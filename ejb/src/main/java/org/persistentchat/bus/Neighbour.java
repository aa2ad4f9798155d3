package org.persistentchat.bus;

import org.jspecify.annotations.Nullable;

/** What is known of one member: who it is while it is heard, and how far it was heard. Guarded by itself. */
final class Neighbour {
    private final Link link;
    private volatile @Nullable Peer peer;
    private long expected;
    private long heardAt;

    Neighbour(Link link) {
        this.link = link;
    }

    Link link() {
        return link;
    }

    /** Null while it is not heard. */
    @Nullable Peer peer() {
        return peer;
    }

    /** It is heard as {@code now}, beginning with message {@code first}. */
    void become(Peer now, long first) {
        peer = now;
        expected = first;
    }

    /** It is not heard any more: whatever comes is a new beginning. */
    void forget() {
        peer = null;
    }

    void heard(long nanos) {
        heardAt = nanos;
    }

    boolean isSilent(long nanos, long patience) {
        return nanos - heardAt > patience;
    }

    /** Number of the next message that was not heard yet. */
    long expected() {
        return expected;
    }

    void expect(long number) {
        expected = number;
    }
}
