package org.persistentchat.archive;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a database's refusal means, read from the SQLSTATE classes that all databases share. */
final class SqlFailure {

    private SqlFailure() {}

    /** A constraint stands against it: above all a key that is there already. */
    static boolean isViolation(SQLException failure) {
        return hasClass(failure, "23");
    }

    /** The data itself is the reason: trying again cannot help. */
    static boolean isDataError(SQLException failure) {
        return hasClass(failure, "22") || hasClass(failure, "23");
    }

    private static boolean hasClass(SQLException failure, String sqlStateClass) {
        for (@Nullable SQLException next = failure; next != null; next = next.getNextException()) {
            String state = next.getSQLState();
            if (state != null && state.startsWith(sqlStateClass)) {
                return true;
            }
        }
        return false;
    }
}
