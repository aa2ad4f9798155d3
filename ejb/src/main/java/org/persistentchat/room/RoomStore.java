package org.persistentchat.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.database.IdLists;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.identity.PersonId;

/** Reads categories and rooms with their lists: all of them in a few passes, or some hundred with a query. */
@ApplicationScoped
class RoomStore {
    private static final int FETCH = 10_000;
    private static final String CATEGORIES =
            "SELECT category_id, name, description, invitations, file_upload, chat_history, version FROM category";
    private static final String ROOMS =
            "SELECT room_id, category_id, name, description, privacy, room_type, disabled, version, invitations,"
                    + " created_by, created_at, changed_by, changed_at FROM room";

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    /** All categories, or those of {@code ids}. */
    List<Category> categories(@Nullable Collection<Long> ids) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Map<Long, PrincipalLists> lists = lists(connection, "category_principal", "category_id", ids);
            List<Category> categories = new ArrayList<>();
            each(connection, CATEGORIES, "category_id", ids, row -> {
                PrincipalLists entries = lists.getOrDefault(row.getLong(1), PrincipalLists.NONE);
                categories.add(new Category(
                        new CategoryId(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        entries.of(Relation.ALLOWED),
                        entries.of(Relation.DENIED),
                        entries.of(Relation.CREATOR),
                        row.getInt(7)));
            });
            return categories;
        }
    }

    /** All rooms, or those of {@code ids}, in the categories that {@code category} gives. */
    List<Room> rooms(@Nullable Collection<Long> ids, Function<CategoryId, @Nullable Category> category)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Map<Long, PrincipalLists> lists = lists(connection, "room_principal", "room_id", ids);
            Map<Long, List<AddInId>> addIns = addIns(connection, ids);
            List<Room> rooms = new ArrayList<>();
            each(connection, ROOMS, "room_id", ids, row -> {
                PrincipalLists entries = lists.getOrDefault(row.getLong(1), PrincipalLists.NONE);
                @Nullable Category in = category.apply(new CategoryId(row.getLong(2)));
                if (in != null) { // otherwise its category came later than what was read of categories: the room comes
                    // again with it
                    rooms.add(new Room(
                            new RoomId(row.getLong(1)),
                            row.getString(3),
                            row.getString(4),
                            in,
                            Privacy.valueOf(row.getString(5)),
                            RoomType.valueOf(row.getString(6)),
                            row.getBoolean(7),
                            entries.of(Relation.MEMBER),
                            entries.of(Relation.MANAGER),
                            entries.of(Relation.PRESENTER),
                            row.getInt(8),
                            details(row, addIns.getOrDefault(row.getLong(1), List.of()))));
                }
            });
            return rooms;
        }
    }

    private static RoomDetails details(ResultSet row, List<AddInId> addIns) throws SQLException {
        return new RoomDetails(
                InvitationPolicy.valueOf(row.getString(9)),
                addIns,
                new PersonId(row.getLong(10)),
                UtcTimestamp.read(row, 11),
                new PersonId(row.getLong(12)),
                UtcTimestamp.read(row, 13));
    }

    private record Place(int place, AddInId addIn) {}

    private static Map<Long, List<AddInId>> addIns(Connection connection, @Nullable Collection<Long> ids)
            throws SQLException {
        Map<Long, List<Place>> places = new HashMap<>();
        String query = "SELECT room_id, place, add_in_id FROM room_add_in";
        each(
                connection,
                query,
                "room_id",
                ids,
                row -> places.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new Place(row.getInt(2), new AddInId(row.getLong(3)))));
        Map<Long, List<AddInId>> addIns = new HashMap<>();
        places.forEach((room, all) -> addIns.put(
                room,
                all.stream()
                        .sorted(Comparator.comparingInt(Place::place))
                        .map(Place::addIn)
                        .toList()));
        return addIns;
    }

    private static Map<Long, PrincipalLists> lists(
            Connection connection, String table, String key, @Nullable Collection<Long> ids) throws SQLException {
        Map<Long, PrincipalLists> lists = new HashMap<>();
        each(
                connection,
                "SELECT " + key + ", relation, principal_id FROM " + table,
                key,
                ids,
                row -> lists.computeIfAbsent(row.getLong(1), id -> new PrincipalLists())
                        .add(Relation.valueOf(row.getString(2)), row.getLong(3)));
        return lists;
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(
            Connection connection, String query, String key, @Nullable Collection<Long> ids, RowReader reader)
            throws SQLException {
        List<IdLists.@Nullable Some> parts = new ArrayList<>();
        if (ids == null) {
            parts.add(null);
        } else {
            parts.addAll(IdLists.of(ids));
        }
        for (IdLists.@Nullable Some part : parts) {
            String where = part == null ? "" : " WHERE " + key + " IN " + part.places();
            try (PreparedStatement select = connection.prepareStatement(query + where)) {
                select.setFetchSize(FETCH);
                if (part != null) {
                    part.set(select, 1);
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        reader.read(row);
                    }
                }
            }
        }
    }
}
