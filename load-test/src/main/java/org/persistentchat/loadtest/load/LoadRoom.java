package org.persistentchat.loadtest.load;

import java.util.concurrent.atomic.AtomicLong;

/** A room of the run; {@code acknowledged} is the highest sequence that any sender was told. */
record LoadRoom(int number, String id, long hash, AtomicLong acknowledged) {

    static LoadRoom of(int number, String id) {
        return new LoadRoom(number, id, MessageScanner.hash(id), new AtomicLong());
    }

    void acknowledge(long sequence) {
        acknowledged.accumulateAndGet(sequence, Math::max);
    }
}
