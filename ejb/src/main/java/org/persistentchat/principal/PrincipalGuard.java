package org.persistentchat.principal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The lock by which acts that are checked against the whole of the groups come one after the other, on all servers. Taken first in a transaction. */
final class PrincipalGuard {
    private PrincipalGuard() {}

    /** Returns when no other transaction holds the lock; it is held until this one ends. */
    static void pass(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("UPDATE principal_guard SET passed = passed + 1 WHERE guard_id = 1")) {
            lock.executeUpdate();
        }
    }
}
