package org.persistentchat.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.identity.PersonId;

/** The table {@code retention_rule}. The caller owns the transaction. */
final class RuleTable {
    private final Connection connection;

    RuleTable(Connection connection) {
        this.connection = connection;
    }

    List<RetentionRule> list() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT scope, scope_id, content_days,"
                        + " archive_days, changed_by, changed_at FROM retention_rule ORDER BY scope, scope_id");
                ResultSet row = select.executeQuery()) {
            List<RetentionRule> rules = new ArrayList<>();
            while (row.next()) {
                rules.add(new RetentionRule(
                        new RetentionScope(RetentionScope.Kind.valueOf(row.getString(1)), row.getLong(2)),
                        new Days(number(row, 3), number(row, 4)),
                        new PersonId(row.getLong(5)),
                        UtcTimestamp.read(row, 6)));
            }
            return rules;
        }
    }

    RetentionRules rules() throws SQLException {
        Map<RetentionScope, Days> rules = new HashMap<>();
        list().forEach(rule -> rules.put(rule.scope(), rule.days()));
        return new RetentionRules(rules);
    }

    /** Writes a rule; one that says nothing is removed. */
    void put(RetentionRule rule) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM retention_rule WHERE scope = ? AND scope_id = ?")) {
            delete.setString(1, rule.scope().kind().name());
            delete.setLong(2, rule.scope().id());
            delete.executeUpdate();
        }
        if (rule.days().equals(Days.NONE)) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO retention_rule (scope, scope_id,"
                + " content_days, archive_days, changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, rule.scope().kind().name());
            insert.setLong(2, rule.scope().id());
            set(insert, 3, rule.days().content());
            set(insert, 4, rule.days().archive());
            insert.setLong(5, rule.changedBy().value());
            UtcTimestamp.set(insert, 6, rule.changedAt());
            insert.executeUpdate();
        }
    }

    static void set(PreparedStatement statement, int parameter, @Nullable Integer number) throws SQLException {
        if (number == null) {
            statement.setNull(parameter, Types.INTEGER);
        } else {
            statement.setInt(parameter, number);
        }
    }

    static @Nullable Integer number(ResultSet row, int column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
