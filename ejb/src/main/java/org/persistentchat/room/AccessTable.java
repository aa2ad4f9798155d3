package org.persistentchat.room;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.persistentchat.database.IdLists;
import org.persistentchat.principal.PrincipalSet;

/** Writes access entries: the tables {@code room_principal} and {@code category_principal}. In the transaction of the caller, in batches. */
final class AccessTable {
    private final SqlTemplate sql;
    private final String table;
    private final String key;

    private AccessTable(DataSource dataSource, String table, String key) {
        this.sql = new SqlTemplate(dataSource);
        this.table = table;
        this.key = key;
    }

    static AccessTable ofRooms(DataSource dataSource) {
        return new AccessTable(dataSource, "room_principal", "room_id");
    }

    static AccessTable ofCategories(DataSource dataSource) {
        return new AccessTable(dataSource, "category_principal", "category_id");
    }

    /** An entry of something. */
    record Entries(long id, Relation relation, PrincipalSet principals) {}

    /** Adds entries that are not there yet. */
    void add(List<Entries> all) {
        sql.batch("INSERT INTO " + table + " (" + key + ", relation, principal_id) VALUES (?, ?, ?)", rows(all));
    }

    /** Removes entries; those that are not there do not matter. */
    void remove(List<Entries> all) {
        sql.batch("DELETE FROM " + table + " WHERE " + key + " = ? AND relation = ? AND principal_id = ?", rows(all));
    }

    private static List<Object[]> rows(List<Entries> all) {
        List<Object[]> rows = new ArrayList<>();
        for (Entries entries : all) {
            entries.principals()
                    .ids()
                    .forEach(principal -> rows.add(new Object[] {entries.id(), entries.relation(), principal}));
        }
        return rows;
    }

    /** Those of {@code principals} that are entries. */
    PrincipalSet present(long id, Relation relation, PrincipalSet principals) {
        LongStream.Builder present = LongStream.builder();
        IdLists.of(principals.ids().boxed().toList()).forEach(some -> {
            String query = "SELECT principal_id FROM " + table + " WHERE " + key + " = ? AND relation = ?"
                    + " AND principal_id IN " + some.places();
            sql.query(query, row -> row.getLong(1), parameters(id, relation, some))
                    .forEach(present::add);
        });
        return PrincipalSet.ofIds(present.build().toArray());
    }

    private static Object[] parameters(long id, Relation relation, IdLists.Some some) {
        List<Object> parameters = new ArrayList<>(List.of(id, relation));
        parameters.addAll(some.values());
        return parameters.toArray();
    }

    /** How many entries of the relation there are. */
    long count(long id, Relation relation) {
        String query = "SELECT COUNT(*) FROM " + table + " WHERE " + key + " = ? AND relation = ?";
        return sql.query(query, row -> row.getLong(1), id, relation).get(0);
    }

    /** Removes all entries of a room or category. */
    void clear(long id) {
        sql.update("DELETE FROM " + table + " WHERE " + key + " = ?", id);
    }
}
