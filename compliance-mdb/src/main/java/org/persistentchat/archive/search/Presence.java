package org.persistentchat.archive.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;

/** Where a person was, up to a position: as the index knows it, then as the records tell that are looked at in their order. */
final class Presence {

    /** Of nobody: nowhere at any time. */
    static final Presence NONE = new Presence("", List.of(), Long.MAX_VALUE);

    private final String person;
    private final Map<String, NavigableMap<Long, Stay>> byRoom = new HashMap<>();
    private long known;

    /**
     * Of a person.
     *
     * @param person folded account or e-mail address
     * @param known position up to which {@code stays} are all there are
     */
    Presence(String person, List<Stay> stays, long known) {
        this.person = person;
        this.known = known;
        stays.forEach(this::put);
    }

    private void put(Stay stay) {
        byRoom.computeIfAbsent(stay.roomId(), none -> new TreeMap<>()).put(stay.entered(), stay);
    }

    /** The rooms in which they were. */
    Set<String> rooms() {
        return byRoom.keySet();
    }

    /** Whether they were in the record's room when it happened. */
    boolean at(long position, ComplianceRecord record) {
        Map.Entry<Long, Stay> stay =
                byRoom.getOrDefault(record.room().id(), new TreeMap<>()).floorEntry(position);
        return stay != null && position <= stay.getValue().left();
    }

    /** Follows a record that the index does not know yet. */
    void follow(long position, ComplianceRecord record) {
        if (position <= known) {
            return;
        }
        known = position;
        if (!StayTable.concerns(record) || !Terms.people(record).contains(person)) {
            return;
        }
        String room = record.room().id();
        NavigableMap<Long, Stay> stays = byRoom.computeIfAbsent(room, none -> new TreeMap<>());
        Map.Entry<Long, Stay> last = stays.lastEntry();
        Stay open = last != null && last.getValue().left() == Long.MAX_VALUE ? last.getValue() : null;
        if (record.kind().equals(RecordKind.JOIN)) {
            put(
                    open == null
                            ? new Stay(room, position, Long.MAX_VALUE, 1)
                            : new Stay(room, open.entered(), Long.MAX_VALUE, open.connections() + 1));
        } else if (open != null) {
            int left = open.connections() - 1;
            put(new Stay(room, open.entered(), left == 0 ? position : Long.MAX_VALUE, left));
        }
    }
}
