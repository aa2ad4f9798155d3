package org.persistentchat.bus;

import java.util.List;

/**
 * Carries bytes between servers. What it loses, repeats or reorders does no harm beyond latency.
 */
interface Transport {

    /** Where a server is reached; comparable by equals. */
    interface Member {}

    /** Hears the transport; never blocks. */
    interface Receiver {
        /** These others can be reached now. */
        void members(List<Member> others);

        void received(Member from, byte[] frame);
    }

    /** Begins to receive; tells the members at once. */
    void start(Receiver receiver);

    /** Sends to one member. May block while that member takes nothing; not for the sake of another. A failure loses the frame. */
    void send(Member to, byte[] frame);

    void stop();
}
