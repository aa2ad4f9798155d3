package org.persistentchat.follow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.persistentchat.room.RoomId;

/**
 * Alerts concern everybody who is named in a room, so all who are connected are gone through. Each room at most once a second, however
 * many alerts there are: the newest is told.
 */
final class AlertScan {
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Followers followers;
    private final Teller teller;
    private final LongSupplier nanos;
    private final Map<RoomId, Alert> alerts = new ConcurrentHashMap<>();
    private final ReentrantLock scanning = new ReentrantLock();

    // Guarded by scanning
    private final Map<RoomId, Long> told = new HashMap<>();

    AlertScan(Followers followers, Teller teller, LongSupplier nanos) {
        this.followers = followers;
        this.teller = teller;
        this.nanos = nanos;
    }

    /**
     * An alert in a room.
     *
     * @param author account of the person who gave it
     */
    record Alert(RoomId room, long sequence, String author) {}

    /** Tells a person if they want to know and may. */
    @FunctionalInterface
    interface Teller {
        void tell(Follower follower, RoomId room, long sequence);
    }

    void add(Alert alert) {
        alerts.merge(alert.room(), alert, (one, other) -> one.sequence() > other.sequence() ? one : other);
    }

    boolean isEmpty() {
        return alerts.isEmpty();
    }

    /** Tells of the alerts whose rooms have had their pause. */
    void run() {
        if (!scanning.tryLock()) {
            return; // who does it now, or the next round, finds what is left
        }
        try {
            long now = nanos.getAsLong();
            told.values().removeIf(at -> now - at >= PAUSE_NANOS);
            for (Alert alert : List.copyOf(alerts.values())) {
                if (!told.containsKey(alert.room()) && alerts.remove(alert.room(), alert)) {
                    told.put(alert.room(), now);
                    tell(alert);
                }
            }
        } finally {
            scanning.unlock();
        }
    }

    private void tell(Alert alert) {
        for (Follower follower : followers.all()) {
            if (!follower.person().account().equals(alert.author())) {
                teller.tell(follower, alert.room(), alert.sequence());
            }
        }
    }
}
