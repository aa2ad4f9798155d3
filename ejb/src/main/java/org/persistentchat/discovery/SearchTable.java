package org.persistentchat.discovery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.identity.PersonId;

/** The table {@code compliance_case_search}. The caller owns the transaction. */
final class SearchTable {

    private static final String INSERT = "INSERT INTO compliance_case_search (case_id, search_id, name, person,"
            + " present, rooms, category, kinds, from_at, until_at, words, saved_by, saved_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "SELECT search_id, name, person, present, rooms, category, kinds, from_at,"
            + " until_at, words, saved_at FROM compliance_case_search WHERE case_id = ? ORDER BY saved_at, search_id";
    private static final String DELETE = "DELETE FROM compliance_case_search WHERE case_id = ? AND search_id = ?";

    private final Connection connection;

    SearchTable(Connection connection) {
        this.connection = connection;
    }

    void insert(CaseId id, SavedSearch search, PersonId by) throws SQLException {
        ArchiveQuery query = search.query();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, id.value());
            insert.setLong(2, search.id());
            insert.setString(3, search.name());
            insert.setString(4, query.person().orElse(null));
            insert.setBoolean(5, query.present());
            insert.setString(6, String.join("\n", query.rooms()));
            insert.setString(7, query.category().orElse(null));
            insert.setString(8, String.join("\n", query.kinds()));
            UtcTimestamp.setOptional(insert, 9, query.from());
            UtcTimestamp.setOptional(insert, 10, query.until());
            insert.setString(11, query.words());
            insert.setLong(12, by.value());
            UtcTimestamp.set(insert, 13, search.savedAt());
            insert.executeUpdate();
        }
    }

    /** In the order in which they were saved. */
    List<SavedSearch> of(CaseId id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, id.value());
            List<SavedSearch> searches = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ArchiveQuery query = new ArchiveQuery(
                            Optional.ofNullable(row.getString(3)),
                            row.getBoolean(4),
                            lines(row.getString(5)),
                            Optional.ofNullable(row.getString(6)),
                            Set.copyOf(lines(row.getString(7))),
                            UtcTimestamp.readOptional(row, 8),
                            UtcTimestamp.readOptional(row, 9),
                            row.getString(10));
                    searches.add(new SavedSearch(row.getLong(1), row.getString(2), query, UtcTimestamp.read(row, 11)));
                }
            }
            return searches;
        }
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }

    boolean delete(CaseId id, long search) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, id.value());
            delete.setLong(2, search);
            return delete.executeUpdate() == 1;
        }
    }
}
