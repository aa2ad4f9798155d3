package org.persistentchat.loadtest.replay;

import org.persistentchat.loadtest.client.RoomStream;
import org.persistentchat.loadtest.client.StreamFault;
import org.persistentchat.loadtest.verify.Difference;
import org.persistentchat.loadtest.verify.Differences;

/** Turns what a connection noticed while it received into differences. */
final class StreamFaults {
    private StreamFaults() {}

    static void collect(Speaker speaker, Differences differences) {
        for (RoomStream stream : speaker.connection().streams()) {
            for (StreamFault fault : stream.faults()) {
                differences.add(new Difference(
                        Difference.Where.CLIENT,
                        sort(fault.kind()),
                        fault.room(),
                        speaker.person().account() + " saw " + fault));
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
