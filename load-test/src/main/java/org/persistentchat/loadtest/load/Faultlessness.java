package org.persistentchat.loadtest.load;

import java.util.List;

/**
 * The exact count of what went wrong with deliveries, over all connections that lived to the end.
 *
 * @param missing events of a room that a connection in it never got, up to the last acknowledged one
 */
public record Faultlessness(long missing, long duplicated, long outOfOrder) {

    /** Counts; all acknowledged posts should have arrived by now. */
    static Faultlessness count(List<LoadConnection> connections, List<LoadRoom> rooms) {
        long missing = 0;
        long duplicated = 0;
        long outOfOrder = 0;
        for (LoadConnection connection : connections) {
            for (SlotStream slot : connection.slots()) {
                if (connection.end() == null) {
                    slot.skipTo(rooms.get(slot.room).acknowledged().get());
                }
                missing += slot.lost();
                duplicated += slot.duplicates();
                outOfOrder += slot.reordered();
            }
        }
        return new Faultlessness(missing, duplicated, outOfOrder);
    }

    /** How many events that should have come have not yet, over all living connections. */
    static long outstanding(List<LoadConnection> connections, List<LoadRoom> rooms) {
        long outstanding = 0;
        for (LoadConnection connection : connections) {
            if (connection.end() != null) {
                continue;
            }
            for (SlotStream slot : connection.slots()) {
                outstanding += Math.max(0, rooms.get(slot.room).acknowledged().get() - slot.last());
            }
        }
        return outstanding;
    }

    public boolean none() {
        return missing == 0 && duplicated == 0 && outOfOrder == 0;
    }
}
