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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.change.ChangeLog;
import org.persistentchat.database.IdLists;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.principal.PrincipalUses;

/** Finds and removes the access entries of principals, in whatever room or category. In the transaction of the caller. */
@ApplicationScoped
class AccessEntries implements PrincipalUses {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    ChangeLog changes;

    /** Where entries are. */
    private enum Place {
        ROOM(ChangeKind.ROOM),
        CATEGORY(ChangeKind.CATEGORY);

        private final ChangeKind change;

        Place(ChangeKind change) {
            this.change = change;
        }

        String table() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Names and relations of the entries of as many principals as {@code places} has. */
        String select(String places) {
            return "SELECT t." + table() + "_id, t.name, e.relation FROM " + table() + "_principal e JOIN " + table()
                    + " t ON t." + table() + "_id = e." + table() + "_id WHERE e.principal_id IN " + places;
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
            throw unavailable(failure);
        }
    }

    @Override
    public List<String> forget(Collection<Long> principals) {
        List<String> entries = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (Place place : Place.values()) {
                Set<Long> changed = new LinkedHashSet<>();
                for (IdLists.Some some : IdLists.of(principals)) {
                    entries.addAll(named(connection, place, some, changed));
                    remove(connection, place, some);
                }
                rise(connection, place, changed);
                if (!changed.isEmpty()) {
                    changes.record(place.change, changed);
                }
            }
            return entries;
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    private static List<String> named(Connection connection, Place place, IdLists.Some some, Set<Long> changed)
            throws SQLException {
        List<String> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(place.select(some.places()))) {
            some.set(select, 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    changed.add(row.getLong(1));
                    entries.add(row.getString(3).toLowerCase(Locale.ROOT) + " of " + place.table() + " "
                            + row.getString(2));
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
    private static void rise(Connection connection, Place place, Set<Long> changed) throws SQLException {
        for (IdLists.Some some : IdLists.of(changed)) {
            try (PreparedStatement update = connection.prepareStatement("UPDATE " + place.table()
                    + " SET version = version + 1 WHERE " + place.table() + "_id IN " + some.places())) {
                some.set(update, 1);
                update.executeUpdate();
            }
        }
    }

    private static ChatException unavailable(SQLException failure) {
        return new ChatException(ErrorCode.UNAVAILABLE, "The database cannot be reached at the moment.", failure);
    }
}
