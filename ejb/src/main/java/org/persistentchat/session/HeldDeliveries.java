package org.persistentchat.session;

import java.util.ArrayList;
import java.util.List;
import org.persistentchat.event.EventBatch;
import org.persistentchat.room.RoomId;

/**
 * Holds back deliveries while an answer that has to come first is being made: a client must not hear what follows a page before it has
 * the page. Held for milliseconds; what comes meanwhile is kept in order.
 */
final class HeldDeliveries {
    private final Outlet outlet;
    private final List<EventBatch> held = new ArrayList<>(0);
    private int holds;

    HeldDeliveries(Outlet outlet) {
        this.outlet = outlet;
    }

    synchronized void deliver(EventBatch batch) {
        if (holds > 0) {
            held.add(batch);
        } else {
            outlet.deliver(batch);
        }
    }

    synchronized void hold() {
        holds++;
    }

    /** What is held of {@code room} is in the page that is being made. In the delivery thread of the room. */
    synchronized void restart(RoomId room) {
        held.removeIf(batch -> batch.room().equals(room));
    }

    /** Gives the answer, then what was held if no other answer is still being made. */
    synchronized void release(Runnable answer) {
        try {
            answer.run();
        } finally {
            if (--holds == 0) {
                held.forEach(outlet::deliver);
                held.clear();
            }
        }
    }
}
