package org.persistentchat.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.journal.WrittenAtOnce;
import org.persistentchat.room.Room;

/** A content database in which time passes, rules count and are applied. */
final class KeptContent {
    final InMemoryContent content = new InMemoryContent();
    final MovedClock clock = new MovedClock(Instant.parse("2026-01-01T10:00:00Z"));
    final WrittenAtOnce journal = new WrittenAtOnce(content.dataSource(), clock, room -> true);
    final List<Room> rooms;
    private int said;

    KeptContent(Room... rooms) {
        this.rooms = List.of(rooms);
        this.rooms.forEach(room -> content.room(room.id().value()));
    }

    /** Something is said a second after what was said before. */
    void say(Room room, Person by, String body) {
        clock.pass(java.time.Duration.ofSeconds(1));
        journal.say(room, by, "key " + ++said, body);
    }

    void rule(RetentionScope scope, Days days) {
        try (Connection connection = content.dataSource().getConnection()) {
            new RuleTable(connection).put(new RetentionRule(scope, days, new PersonId(1950), clock.instant()));
            org.persistentchat.hold.HoldGate.close(connection);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Applies the rules. */
    RunTable.Outcome run() {
        return run(sofar -> true);
    }

    RunTable.Outcome run(Steps steps) {
        ContentRun run = new ContentRun(content.dataSource(), journal, steps);
        try {
            run.run(rooms, clock.instant());
        } catch (SQLException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
        return run.outcome();
    }

    /** Sequences of messages that are gone. */
    Set<Long> gone(Room room) {
        return new TreeSet<>(content.numbers(
                "SELECT sequence FROM room_event WHERE room_id = ? AND kind <= 15 AND deleted IS NOT NULL AND body = ''",
                room.id().value()));
    }

    /** Sequences of events of a kind. */
    List<Long> events(Room room, int kind) {
        return content.numbers(
                "SELECT sequence FROM room_event WHERE room_id = ? AND kind = ? ORDER BY sequence",
                room.id().value(),
                kind);
    }
}
