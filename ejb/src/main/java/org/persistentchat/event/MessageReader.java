package org.persistentchat.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads single messages of a room, and who reacted to them, for SQL Server and H2 alike. The caller owns the transaction. */
public final class MessageReader {
    /** SQL Server takes 2,100 parameters; few lengths of a list only, so that the database keeps few plans. */
    private static final int MOST_PER_QUERY = 512;

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
                        new StoredMessage(row.sequence(), row.kind(), row.author(), row.changedBy(), message));
            }
        }
        return messages;
    }

    /** The reactions to messages; those without any are absent. */
    public Map<Long, List<Reaction>> reactions(Collection<Long> sequences) throws SQLException {
        Map<Long, List<Reaction>> all = new HashMap<>();
        for (List<Long> some : parts(sequences)) {
            someReactions(some).forEach((sequence, emojis) -> all.put(sequence, List.copyOf(emojis.values())));
        }
        return all;
    }

    List<EventRow> rows(Collection<Long> sequences) throws SQLException {
        List<EventRow> rows = new ArrayList<>();
        for (List<Long> some : parts(sequences)) {
            String query = "SELECT " + EventRow.COLUMNS + " FROM room_event WHERE room_id = ? AND sequence IN ("
                    + places(some) + ")";
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
    private Map<Long, Map<String, Reaction>> someReactions(List<Long> sequences) throws SQLException {
        String query = "SELECT r.sequence, r.emoji, r.people, p.account FROM (SELECT sequence, emoji, person_id,"
                + " ROW_NUMBER() OVER (PARTITION BY sequence, emoji ORDER BY person_id) AS place,"
                + " COUNT(*) OVER (PARTITION BY sequence, emoji) AS people"
                + " FROM message_reaction WHERE room_id = ? AND sequence IN (" + places(sequences) + ")) r"
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
        for (List<Long> some : parts(editors)) {
            String query = "SELECT person_id, account FROM person WHERE person_id IN (" + places(some) + ")";
            try (PreparedStatement select = connection.prepareStatement(query)) {
                bind(select, some, 1);
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

    private static List<List<Long>> parts(Collection<Long> values) {
        List<Long> distinct = values.stream().distinct().toList();
        List<List<Long>> parts = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += MOST_PER_QUERY) {
            parts.add(distinct.subList(from, Math.min(from + MOST_PER_QUERY, distinct.size())));
        }
        return parts;
    }

    private static String places(List<Long> values) {
        return String.join(", ", Collections.nCopies(slots(values), "?"));
    }

    private static int slots(List<Long> values) {
        return Integer.highestOneBit(Math.max(1, values.size() * 2 - 1));
    }

    private void bind(PreparedStatement select, List<Long> sequences) throws SQLException {
        select.setLong(1, room);
        bind(select, sequences, 2);
    }

    private static void bind(PreparedStatement select, List<Long> values, int first) throws SQLException {
        int slots = slots(values);
        for (int i = 0; i < slots; i++) {
            select.setLong(first + i, values.get(Math.min(i, values.size() - 1)));
        }
    }
}
