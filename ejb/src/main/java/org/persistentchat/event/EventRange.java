package org.persistentchat.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/**
 * Committed events of a room by sequence, as read: one range of the clustered key. Only where events refer to messages, or people reacted,
 * is the database asked again, once for all of the range.
 */
public final class EventRange {
    private final RoomId room;
    private final List<EventRow> rows;
    private final Map<Long, EventRow> messages = new HashMap<>();
    private final Map<Long, List<Reaction>> reactions;

    private EventRange(Connection connection, RoomId room, List<EventRow> rows) throws SQLException {
        this.room = room;
        this.rows = rows;
        MessageReader others = new MessageReader(connection, room.value());
        rows.stream().filter(row -> row.kind().isMessage()).forEach(row -> messages.put(row.sequence(), row));
        others.rows(targetsElsewhere()).forEach(row -> messages.put(row.sequence(), row));
        this.reactions = others.reactions(MessageReader.reacted(messages.values()));
    }

    /** Reads the events from sequence {@code from} to {@code to}, both included. */
    public static EventRange read(Connection connection, RoomId room, long from, long to) throws SQLException {
        return new EventRange(connection, room, rows(connection, room, from, to));
    }

    /** Reads single events. */
    static EventRange read(Connection connection, RoomId room, Collection<Long> sequences) throws SQLException {
        List<EventRow> rows = new ArrayList<>(new MessageReader(connection, room.value()).rows(sequences));
        rows.sort(Comparator.comparingLong(EventRow::sequence));
        return new EventRange(connection, room, rows);
    }

    /** The events, oldest first. {@code people} is asked once, for all that are named. */
    public List<CommittedEvent> events(Function<Set<PersonId>, Map<PersonId, Person>> people) {
        Map<PersonId, Person> known = people.apply(named());
        return rows.stream().map(row -> event(row, known)).toList();
    }

    private static List<EventRow> rows(Connection connection, RoomId room, long from, long to) throws SQLException {
        String query = "SELECT " + EventRow.COLUMNS + " FROM room_event"
                + " WHERE room_id = ? AND sequence >= ? AND sequence <= ? ORDER BY sequence";
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setLong(1, room.value());
            select.setLong(2, from);
            select.setLong(3, to);
            List<EventRow> rows = new ArrayList<>((int) Math.min(to - from + 1, 1_000));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(EventRow.read(found));
                }
            }
            return rows;
        }
    }

    private List<Long> targetsElsewhere() {
        return rows.stream()
                .filter(row -> row.refers() && !messages.containsKey(row.target()))
                .map(EventRow::target)
                .toList();
    }

    private Set<PersonId> named() {
        Set<PersonId> named = new HashSet<>();
        rows.forEach(row -> named.add(row.author()));
        for (EventRow row : messages.values()) {
            if (row.changedBy() != null) {
                named.add(row.changedBy());
            }
        }
        return named;
    }

    private CommittedEvent event(EventRow row, Map<PersonId, Person> known) {
        Person author = known.get(row.author());
        String account = author == null ? "" : author.account();
        String name = author == null ? "" : author.name();
        return new CommittedEvent(
                new RoomEvent(room, row.sequence(), row.kind(), account, name, row.at(), content(row, known)));
    }

    private Content content(EventRow row, Map<PersonId, Person> known) {
        if (row.kind().isMessage()) {
            return message(row, known);
        }
        EventRow target = row.refers() ? messages.get(row.target()) : null;
        Message present = target == null ? Message.GONE : message(target, known);
        return new Change(row.target(), row.kind().isReaction() ? row.body() : "", present);
    }

    private Message message(EventRow row, Map<PersonId, Person> known) {
        return row.message(account(row.changedBy(), known), reactions.getOrDefault(row.sequence(), List.of()));
    }

    private static String account(@Nullable PersonId person, Map<PersonId, Person> known) {
        Person found = person == null ? null : known.get(person);
        return found == null ? "" : found.account();
    }
}
