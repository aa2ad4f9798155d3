package org.persistentchat.loadtest.verify;

import java.util.List;
import org.persistentchat.loadtest.client.RoomStream;
import org.persistentchat.loadtest.client.StreamFault;

/** Turns what a connection noticed while it received into differences. */
public final class StreamFaults {
    private StreamFaults() {}

    /** {@code account}: whose connection it was. */
    public static void collect(String account, List<RoomStream> streams, Differences differences) {
        for (RoomStream stream : streams) {
            for (StreamFault fault : stream.faults()) {
                differences.add(new Difference(
                        Difference.Where.CLIENT, sort(fault.kind()), fault.room(), account + " saw " + fault));
            }
        }
    }

    private static Difference.What sort(StreamFault.Kind kind) {
        return switch (kind) {
            case GAP, REWOUND -> Difference.What.MISSING;
            case DUPLICATE -> Difference.What.DUPLICATE;
            case REORDERED -> Difference.What.ORDER;
            case STRAY -> Difference.What.UNEXPECTED;
        };
    }
}
