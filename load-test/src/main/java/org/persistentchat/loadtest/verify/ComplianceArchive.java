package org.persistentchat.loadtest.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where compliance records can be read. */
public interface ComplianceArchive {

    /** How many records of one kind ({@code POST}, {@code JOIN}, ...) a room has. */
    default long count(String room, String kind) {
        return counts(room, kind).values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many records of one kind a room has of each account that has any. */
    default Map<String, Long> counts(String room, String kind) {
        Map<String, Long> counts = new HashMap<>();
        records(room).stream()
                .filter(record -> kind.equals(record.kind()))
                .forEach(record -> counts.merge(record.account(), 1L, Long::sum));
        return counts;
    }

    /** All records of a room, in no particular order. */
    List<ArchivedRecord> records(String room);
}
