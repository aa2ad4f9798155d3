package org.persistentchat.archive.completeness;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.ContentSequences;
import org.persistentchat.compliance.record.ContentSequences.RoomSequences;

/**
 * Compares in two steps. First it notes how far rooms are. Then, when all records from before that moment have left every outbox, the archive
 * must have them: only now it looks. Rooms where nothing has happened cost nothing. A room that was deleted while something of it was missing is counted
 * again, as far as it was compared: a dead letter may still be replayed. Called by one thread.
 */
final class Comparison {

    private static final int PAGE = 5_000;
    private static final Duration HELD = Duration.ofMinutes(1);

    /** By how much clocks of servers may differ. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final ContentSequences content;
    private final RoomStates states;
    private final ComparisonTable table;
    private final InstantSource clock;
    private @Nullable Map<String, RoomState> known;
    private @Nullable Noted noted;

    /** @param holder who compares: the same after a failure, so that one's own lease is no hindrance */
    Comparison(ContentSequences content, DataSource archive, String holder, InstantSource clock) {
        this.content = content;
        this.states = new RoomStates(archive);
        this.table = new ComparisonTable(archive, holder);
        this.clock = clock;
    }

    private record Noted(Instant at, List<RoomSequences> changed, long rooms) {}

    /** Does what can be done now; what fails is done anew the next time. */
    void step() throws SQLException {
        Instant now = clock.instant();
        if (!table.hold(now, now.plus(HELD))) {
            known = null;
            noted = null;
            return;
        }
        Map<String, RoomState> before = known == null ? new HashMap<>(states.read()) : known;
        known = before;
        Noted last = noted;
        if (last == null) {
            noted = note(before);
        } else if (arrived(last.at())) {
            for (RoomSequences room : last.changed()) {
                RoomState compared = states.compare(room, before.getOrDefault(room.roomId(), RoomState.NONE));
                before.put(room.roomId(), compared);
            }
            table.done(last.at(), last.rooms());
            noted = note(before);
        }
    }

    private Noted note(Map<String, RoomState> before) throws SQLException {
        List<RoomSequences> changed = new ArrayList<>();
        Map<String, RoomState> deleted = withGaps(before);
        long rooms = 0;
        long cursor = Long.MIN_VALUE;
        List<RoomSequences> page;
        do {
            page = content.page(cursor, PAGE);
            for (RoomSequences room : page) {
                RoomState state = before.getOrDefault(room.roomId(), RoomState.NONE);
                if (room.last() != state.through() || state.missing() != 0) {
                    changed.add(room);
                }
                deleted.remove(room.roomId());
                cursor = room.cursor();
            }
            rooms += page.size();
        } while (page.size() == PAGE);
        long end = cursor;
        deleted.forEach(
                (roomId, state) -> changed.add(new RoomSequences(end, roomId, state.through(), state.unrecorded())));
        return new Noted(clock.instant(), changed, rooms);
    }

    private static Map<String, RoomState> withGaps(Map<String, RoomState> known) {
        Map<String, RoomState> gaps = new HashMap<>();
        known.forEach((roomId, state) -> {
            if (state.missing() != 0) {
                gaps.put(roomId, state);
            }
        });
        return gaps;
    }

    /** Whether no record from before {@code at} is on its way. */
    private boolean arrived(Instant at) throws SQLException {
        Optional<Instant> oldest = content.oldestWaiting();
        return oldest.isEmpty() || oldest.get().isAfter(at.plus(SKEW));
    }
}
