package org.persistentchat.compliance;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The thread that steps the relay. The relay is made on the thread, and tried again until it can be: the chat does not
 * wait for it.
 */
final class RelayThread implements Runnable {

    private static final long RETRY_MILLIS = 1_000;
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Supplier<Relay> relays;
    private final PendingBatches pending;
    private final long gatherMillis;
    private final Thread thread;
    private final Backoff making = new Backoff();
    private volatile boolean stopped;

    RelayThread(Supplier<Relay> relays, PendingBatches pending, Duration gather, ThreadFactory threads) {
        this.relays = relays;
        this.pending = pending;
        this.gatherMillis = gather.toMillis();
        this.thread = threads.newThread(this);
        this.thread.setName("persistentchat-compliance-relay");
    }

    void start() {
        thread.start();
    }

    /**
     * Ends the thread, waiting for the step it is in. It is not interrupted: a thread interrupted while it reads or
     * writes an embedded database closes the file for all.
     */
    void stop() {
        stopped = true;
        pending.end();
        try {
            thread.join(FAREWELL.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        @Nullable Relay relay = null;
        try {
            while (!stopped) {
                relay = relay == null ? tryToMake() : relay;
                pending.await(relay == null ? RETRY_MILLIS : step(relay));
                pending.gather(gatherMillis);
            }
        } catch (InterruptedException foreign) {
            ComplianceLog.LOG.debug("Interrupted from outside, which ends the relay");
        }
    }

    private @Nullable Relay tryToMake() {
        try {
            return relays.get();
        } catch (RuntimeException notYet) {
            if (making.failed(0)) {
                ComplianceLog.LOG.outboxAway(notYet);
            }
            return null;
        }
    }

    private long step(Relay relay) {
        try {
            return relay.step(System.nanoTime() / 1_000_000);
        } catch (RuntimeException defect) {
            if (!stopped) {
                ComplianceLog.LOG.defect(defect);
            }
            return RETRY_MILLIS;
        }
    }
}
