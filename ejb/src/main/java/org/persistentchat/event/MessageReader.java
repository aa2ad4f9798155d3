package org.persistentchat.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.persistentchat.database.IdLists;

/** Reads single messages of a room, and who reacted to them, for SQL Server and H2 alike. The caller owns the transaction. */
public final class MessageReader {
    private final Connection connection;
    private final long room;

    public MessageReader(Connection connection, long room) {
        this.connection = connection;
        this.room = room;
    }

    /** Those of {@code sequences} that are messages, as they are now. */
    public Map<Long, StoredMessage> messages(Collection<Long> sequences) throws SQLException {
        List<EventRow> rows = rows(sequences);
        Map<Long, String> accounts = accounts(rows);
        Map<Long, List<Reaction>> reactions = reactions(reacted(rows));
        Map<Long, StoredMessage> messages = new HashMap<>();
        for (EventRow row : rows) {
            if (row.kind().isMessage()) {
                String account = row.changedBy() == null
                        ? ""
                        : accounts.getOrDefault(row.changedBy().value(), "");
                Message message = row.message(account, reactions.getOrDefault(row.sequence(), List.of()));
                messages.put(
                        row.sequence(),
                        new StoredMessage(
                                row.sequence(), row.kind(), row.author(), row.at(), row.changedBy(), message));
            }
        }
        return messages;
    }

    /** The reactions to messages; those without any are absent. */
    public Map<Long, List<Reaction>> reactions(Collection<Long> sequences) throws SQLException {
        Map<Long, List<Reaction>> all = new HashMap<>();
        for (IdLists.Some some : IdLists.of(new LinkedHashSet<>(sequences))) {
            someReactions(some).forEach((sequence, emojis) -> all.put(sequence, List.copyOf(emojis.values())));
        }
        return all;
    }

    List<EventRow> rows(Collection<Long> sequences) throws SQLException {
        List<EventRow> rows = new ArrayList<>();
        for (IdLists.Some some : IdLists.of(new LinkedHashSet<>(sequences))) {
            String query = "SELECT " + EventRow.COLUMNS + " FROM room_event WHERE room_id = ? AND sequence IN "
                    + some.places();
            try (PreparedStatement select = connection.prepareStatement(query)) {
                bind(select, some);
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        rows.add(EventRow.read(found));
                    }
                }
            }
        }
        return rows;
    }

    /** In the order of the clustered key: the database sorts nothing, and names the same people whenever it is asked. */
    private Map<Long, Map<String, Reaction>> someReactions(IdLists.Some sequences) throws SQLException {
        String query = "SELECT r.sequence, r.emoji, r.people, p.account FROM (SELECT sequence, emoji, person_id,"
                + " ROW_NUMBER() OVER (PARTITION BY sequence, emoji ORDER BY person_id) AS place,"
                + " COUNT(*) OVER (PARTITION BY sequence, emoji) AS people"
                + " FROM message_reaction WHERE room_id = ? AND sequence IN " + sequences.places() + ") r"
                + " LEFT JOIN person p ON p.person_id = r.person_id"
                + " WHERE r.place <= " + Reaction.NAMED + " ORDER BY r.sequence, r.emoji, r.place";
        Map<Long, Map<String, Reaction>> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(query)) {
            bind(select, sequences);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String emoji = new String(rows.getBytes(2), StandardCharsets.UTF_8);
                    String account = rows.getString(4);
                    Reaction one = new Reaction(emoji, rows.getInt(3), account == null ? List.of() : List.of(account));
                    found.computeIfAbsent(rows.getLong(1), sequence -> new TreeMap<>())
                            .merge(emoji, one, MessageReader::joined);
                }
            }
        }
        return found;
    }

    private static Reaction joined(Reaction some, Reaction another) {
        List<String> accounts = new ArrayList<>(some.accounts());
        accounts.addAll(another.accounts());
        return new Reaction(some.emoji(), some.count(), accounts);
    }

    private Map<Long, String> accounts(List<EventRow> rows) throws SQLException {
        List<Long> editors = new ArrayList<>();
        for (EventRow row : rows) {
            if (row.changedBy() != null) {
                editors.add(row.changedBy().value());
            }
        }
        Map<Long, String> accounts = new HashMap<>();
        for (IdLists.Some some : IdLists.of(new LinkedHashSet<>(editors))) {
            String query = "SELECT person_id, account FROM person WHERE person_id IN " + some.places();
            try (PreparedStatement select = connection.prepareStatement(query)) {
                some.set(select, 1);
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        accounts.put(found.getLong(1), found.getString(2));
                    }
                }
            }
        }
        return accounts;
    }

    static List<Long> reacted(Collection<EventRow> rows) {
        return rows.stream()
                .filter(row -> row.flags().reacted())
                .map(EventRow::sequence)
                .toList();
    }

    private void bind(PreparedStatement select, IdLists.Some sequences) throws SQLException {
        select.setLong(1, room);
        sequences.set(select, 2);
    }
}
