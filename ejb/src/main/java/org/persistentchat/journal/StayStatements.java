package org.persistentchat.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/** The table {@code room_stay}: who is in which room by connections of a server. In the transaction that records it. */
final class StayStatements {
    private static final String HERE = " WHERE server_id = ? AND room_id = ? AND person_id = ?";
    private static final Comparator<Place> BY_KEY = Comparator.<Place>comparingLong(
                    place -> place.room().value())
            .thenComparingLong(place -> place.person().value());

    private final Connection connection;
    private final int serverId;

    StayStatements(Connection connection, int serverId) {
        this.connection = connection;
        this.serverId = serverId;
    }

    /** A person in a room. */
    record Place(RoomId room, PersonId person) {}

    /** A person in a room by so many connections. */
    record Stay(Place place, int stays) {}

    /** Counts the joins and parts among these. Who joins and leaves in one transaction was never there. */
    void count(Collection<JournalEntry.Observed> observations) throws SQLException {
        SortedMap<Place, Integer> changes = new TreeMap<>(BY_KEY);
        for (JournalEntry.Observed observed : observations) {
            Observation seen = observed.observation();
            int change = seen.kind().equals(RecordKind.JOIN) ? 1 : seen.kind().equals(RecordKind.PART) ? -1 : 0;
            if (change != 0) {
                changes.merge(new Place(seen.room().id(), seen.person().id()), change, Integer::sum);
            }
        }
        changes.values().removeIf(change -> change == 0);
        if (!changes.isEmpty()) {
            write(changes);
        }
    }

    private void write(SortedMap<Place, Integer> changes) throws SQLException {
        List<Place> all = List.copyOf(changes.keySet());
        int[] known = update(changes);
        List<Place> fresh = new ArrayList<>();
        List<Place> fewer = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            Place place = all.get(index);
            if (changes.getOrDefault(place, 0) < 0) {
                fewer.add(place);
            } else if (known[index] == 0) {
                fresh.add(place);
            }
        }
        insert(fresh, changes);
        delete(fewer, " AND stays <= 0");
    }

    private int[] update(SortedMap<Place, Integer> changes) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE room_stay SET stays = stays + ?" + HERE)) {
            for (Map.Entry<Place, Integer> change : changes.entrySet()) {
                update.setInt(1, change.getValue());
                bind(update, 2, change.getKey());
                update.addBatch();
            }
            return update.executeBatch();
        }
    }

    private void insert(List<Place> places, Map<Place, Integer> stays) throws SQLException {
        if (places.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO room_stay (server_id, room_id, person_id, stays) VALUES (?, ?, ?, ?)")) {
            for (Place place : places) {
                bind(insert, 1, place);
                insert.setInt(4, stays.getOrDefault(place, 1));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private int[] delete(List<Place> places, String only) throws SQLException {
        if (places.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM room_stay" + HERE + only)) {
            for (Place place : places) {
                bind(delete, 1, place);
                delete.addBatch();
            }
            return delete.executeBatch();
        }
    }

    private void bind(PreparedStatement statement, int first, Place place) throws SQLException {
        statement.setInt(first, serverId);
        statement.setLong(first + 1, place.room().value());
        statement.setLong(first + 2, place.person().value());
    }

    /** Some of the stays that the server has, at most {@code limit}. */
    List<Stay> some(int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT room_id, person_id, stays FROM room_stay"
                + " WHERE server_id = ? ORDER BY room_id, person_id OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY")) {
            select.setInt(1, serverId);
            select.setInt(2, limit);
            List<Stay> stays = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Place place = new Place(new RoomId(row.getLong(1)), new PersonId(row.getLong(2)));
                    stays.add(new Stay(place, row.getInt(3)));
                }
            }
            return stays;
        }
    }

    /** Ends stays, and returns those that nobody else had ended. */
    List<Stay> end(List<Stay> stays) throws SQLException {
        int[] ended = delete(stays.stream().map(Stay::place).toList(), "");
        List<Stay> here = new ArrayList<>();
        for (int index = 0; index < stays.size(); index++) {
            if (ended[index] > 0) {
                here.add(stays.get(index));
            }
        }
        return here;
    }
}
