package org.persistentchat.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.persistentchat.audit.AuditState;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.change.ChangeLog;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedRoom;
import org.persistentchat.database.IdLists;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.identity.Person;
import org.persistentchat.principal.PrincipalSet;
import org.persistentchat.principal.PrincipalUses;

/** Finds and removes the access entries of principals, in whatever room or category. In the transaction of the caller. */
@ApplicationScoped
class AccessEntries implements PrincipalUses {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    ChangeLog changes;

    @Inject
    ActRecords records;

    @Inject
    NamedPrincipals principals;

    @Inject
    RoomDirectory rooms;

    /** Where entries are. */
    @SuppressWarnings("ImmutableEnumChecker") // a record of a name is immutable
    private enum Place {
        ROOM(ChangeKind.ROOM, RecordKind.MEMBERSHIP_CHANGED),
        CATEGORY(ChangeKind.CATEGORY, RecordKind.CATEGORY_CHANGED);

        private final ChangeKind change;
        private final RecordKind record;

        Place(ChangeKind change, RecordKind record) {
            this.change = change;
            this.record = record;
        }

        String table() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Names and relations of the entries of as many principals as {@code places} has. */
        String select(String places) {
            return "SELECT t." + table() + "_id, t.name, e.relation, e.principal_id FROM " + table()
                    + "_principal e JOIN " + table() + " t ON t." + table() + "_id = e." + table()
                    + "_id WHERE e.principal_id IN " + places;
        }
    }

    @Override
    public List<String> denying(Collection<Long> principals) {
        List<String> names = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (IdLists.Some some : IdLists.of(principals)) {
                try (PreparedStatement select =
                        connection.prepareStatement(Place.CATEGORY.select(some.places()) + " AND e.relation = ?")) {
                    select.setString(some.set(select, 1), Relation.DENIED.name());
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            names.add("category " + row.getString(2));
                        }
                    }
                }
            }
            return names;
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    @Override
    public List<String> forget(Person by, Collection<Long> principals) {
        List<String> entries = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (Place place : Place.values()) {
                Map<Long, List<Entry>> found = new LinkedHashMap<>();
                for (IdLists.Some some : IdLists.of(principals)) {
                    read(connection, place, some)
                            .forEach(entry -> found.computeIfAbsent(entry.id, id -> new ArrayList<>())
                                    .add(entry));
                    remove(connection, place, some);
                }
                rise(connection, place, found.keySet());
                if (!found.isEmpty()) {
                    changes.record(place.change, found.keySet());
                }
                found.values().forEach(some -> {
                    some.forEach(entry -> entries.add(entry.text(place)));
                    record(by, place, some);
                });
            }
            return entries;
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /** An entry of something, whose name is given. */
    private record Entry(long id, String name, Relation relation, long principal) {
        String text(Place place) {
            return relation.name().toLowerCase(Locale.ROOT) + " of " + place.table() + " " + name;
        }
    }

    /** One record for each room or category that loses entries. */
    private void record(Person by, Place place, List<Entry> entries) {
        AuditState before = AuditState.NONE;
        for (Relation relation : Relation.values()) {
            long[] named = entries.stream()
                    .filter(entry -> entry.relation == relation)
                    .mapToLong(Entry::principal)
                    .toArray();
            if (named.length > 0) {
                before = before.and(relation.list(), principals.names(PrincipalSet.ofIds(named)));
            }
        }
        Entry first = entries.get(0);
        records.record(by, place.record, place(place, first), ActLog.content(before, AuditState.NONE));
    }

    private RecordedRoom place(Place place, Entry entry) {
        if (place == Place.CATEGORY) {
            return new RecordedRoom(new CategoryId(entry.id).text(), "", entry.name);
        }
        RoomId id = new RoomId(entry.id);
        String category = rooms.find(id).map(room -> room.category().name()).orElse("");
        return new RecordedRoom(id.text(), entry.name, category);
    }

    private static List<Entry> read(Connection connection, Place place, IdLists.Some some) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(place.select(some.places()))) {
            some.set(select, 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Relation relation = Relation.valueOf(row.getString(3));
                    entries.add(new Entry(row.getLong(1), row.getString(2), relation, row.getLong(4)));
                }
            }
        }
        return entries;
    }

    private static void remove(Connection connection, Place place, IdLists.Some some) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM " + place.table() + "_principal WHERE principal_id IN " + some.places())) {
            some.set(delete, 1);
            delete.executeUpdate();
        }
    }

    /** Who has seen the lists with the entries must read them again before changing them. */
    private static void rise(Connection connection, Place place, Collection<Long> changed) throws SQLException {
        for (IdLists.Some some : IdLists.of(changed)) {
            try (PreparedStatement update = connection.prepareStatement("UPDATE " + place.table()
                    + " SET version = version + 1 WHERE " + place.table() + "_id IN " + some.places())) {
                some.set(update, 1);
                update.executeUpdate();
            }
        }
    }
}
