package org.persistentchat.room;

import java.util.HashMap;
import java.util.Map;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.identity.PersonId;

/** Rooms whose rows a test writes as the journal would. */
public final class WrittenRooms {
    private final InMemoryContent content;
    private final Map<Long, Long> lasts = new HashMap<>();

    public WrittenRooms(InMemoryContent content, long... rooms) {
        this.content = content;
        for (long room : rooms) {
            content.room(room);
            lasts.put(room, 0L);
        }
    }

    /** Says something; its sequence. */
    public long say(long room, int kind, PersonId author) {
        long sequence = lasts.merge(room, 1L, Long::sum);
        content.execute(
                "INSERT INTO room_event (room_id, sequence, kind, author_id, committed_at, client_key, body) VALUES ("
                        + room + ", " + sequence + ", " + kind + ", " + author.value() + ", CURRENT_TIMESTAMP, CAST("
                        + sequence
                        + " AS BINARY(16)), 'b')");
        content.execute("UPDATE room_head SET last_sequence = " + sequence + " WHERE room_id = " + room);
        return sequence;
    }

    /** Counts the full blocks of a room. */
    public void countBlocks(long room) {
        String from = " FROM room_event e JOIN room_head h ON h.room_id = e.room_id WHERE e.room_id = " + room
                + " AND e.kind <= 15 AND e.deleted IS NULL AND (e.sequence - 1) / 512 < h.last_sequence / 512";
        content.execute("INSERT INTO message_block (room_id, author_id, block, messages)"
                + " SELECT e.room_id, e.author_id, (e.sequence - 1) / 512, COUNT(*)" + from
                + " GROUP BY e.room_id, e.author_id, (e.sequence - 1) / 512");
        content.execute("INSERT INTO message_block (room_id, author_id, block, messages)"
                + " SELECT e.room_id, 0, (e.sequence - 1) / 512, COUNT(*)" + from
                + " GROUP BY e.room_id, (e.sequence - 1) / 512");
    }

    public void mention(long room, long sequence, PersonId person) {
        content.execute("INSERT INTO mention (person_id, room_id, sequence) VALUES (" + person.value() + ", " + room
                + ", " + sequence + ")");
    }

    public void delete(long room, long sequence) {
        String there = " WHERE room_id = " + room + " AND sequence = " + sequence;
        content.execute("UPDATE room_event SET deleted = 1" + there);
        content.execute("DELETE FROM mention" + there);
    }

    public void mark(long room, long sequence, PersonId person) {
        content.execute("MERGE INTO read_marker (person_id, room_id, sequence) KEY (person_id, room_id) VALUES ("
                + person.value() + ", " + room + ", " + sequence + ")");
    }
}
