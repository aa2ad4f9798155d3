package org.persistentchat.loadtest.load;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The server's memory before and after all connections were opened, in KiB; 0 where it is not known.
 *
 * @param heapBefore live heap after a full collection
 */
public record Memory(int connections, long residentBefore, long residentAfter, long heapBefore, long heapAfter) {

    /** What the server has now: resident and live heap. */
    record Reading(long resident, long heap) {
        static Reading of(ServerProcesses server) {
            // The collection first: it makes the server give back what it does not need.
            long heap = server.liveHeapKib();
            long resident = server.residentKib();
            return new Reading(resident, heap);
        }
    }

    static Memory between(Reading before, Reading after, int connections) {
        return new Memory(connections, before.resident(), after.resident(), before.heap(), after.heap());
    }

    @JsonProperty
    public double residentKibPerConnection() {
        return (residentAfter - residentBefore) / (double) Math.max(1, connections);
    }

    @JsonProperty
    public double heapKibPerConnection() {
        return (heapAfter - heapBefore) / (double) Math.max(1, connections);
    }
}
