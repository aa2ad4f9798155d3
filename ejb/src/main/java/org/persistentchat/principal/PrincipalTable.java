package org.persistentchat.principal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.persistentchat.database.IdLists;

/** Reads the tables {@code principal_group} and {@code group_member}, a few hundred ids with a query. */
final class PrincipalTable {
    private static final String GROUPS = "SELECT group_id, kind, name FROM principal_group";
    private static final String MEMBERSHIPS = "SELECT member_id, group_id FROM group_member";

    private final DataSource dataSource;

    PrincipalTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<Group> groups() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(GROUPS)) {
            return readGroups(select);
        }
    }

    /** Those of {@code ids} that exist. */
    List<Group> groups(Collection<Long> ids) throws SQLException {
        List<Group> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (IdLists.Some some : IdLists.of(ids)) {
                try (PreparedStatement select =
                        connection.prepareStatement(GROUPS + " WHERE group_id IN " + some.places())) {
                    some.set(select, 1);
                    found.addAll(readGroups(select));
                }
            }
        }
        return found;
    }

    private static List<Group> readGroups(PreparedStatement select) throws SQLException {
        List<Group> groups = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                groups.add(new Group(
                        new Principal(row.getLong(1)), GroupKind.valueOf(row.getString(2)), row.getString(3)));
            }
        }
        return groups;
    }

    /** By member the groups that it is named in. */
    Map<Long, long[]> memberships() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(MEMBERSHIPS)) {
            select.setFetchSize(10_000);
            return readMemberships(select);
        }
    }

    /** As {@link #memberships()} for some members; those in no group are absent. */
    Map<Long, long[]> memberships(Collection<Long> members) throws SQLException {
        Map<Long, long[]> found = new HashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            for (IdLists.Some some : IdLists.of(members)) {
                try (PreparedStatement select =
                        connection.prepareStatement(MEMBERSHIPS + " WHERE member_id IN " + some.places())) {
                    some.set(select, 1);
                    found.putAll(readMemberships(select));
                }
            }
        }
        return found;
    }

    private static Map<Long, long[]> readMemberships(PreparedStatement select) throws SQLException {
        Map<Long, LongStream.Builder> groups = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                groups.computeIfAbsent(row.getLong(1), member -> LongStream.builder())
                        .add(row.getLong(2));
            }
        }
        Map<Long, long[]> found = new HashMap<>();
        groups.forEach((member, builder) -> found.put(member, builder.build().toArray()));
        return found;
    }
}
