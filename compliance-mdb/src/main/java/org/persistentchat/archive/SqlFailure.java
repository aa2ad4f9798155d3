package org.persistentchat.archive;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a database's refusal means, read from the SQLSTATE classes that all databases share, and from the numbers of SQL Server where its driver knows no class
 * for them.
 */
final class SqlFailure {

    /** A text is too long for its column, a number for its type. Until 2017 a text had a number that the driver knows. */
    private static final Set<Integer> TOO_LARGE = Set.of(2_628, 8_115);

    private SqlFailure() {}

    /** A constraint stands against it: above all a key that is there already. */
    static boolean isViolation(SQLException failure) {
        return any(failure, next -> isOfClass(next, "23"));
    }

    /** The data itself is the reason: trying again cannot help. */
    static boolean isDataError(SQLException failure) {
        return isViolation(failure)
                || any(failure, next -> isOfClass(next, "22") || TOO_LARGE.contains(next.getErrorCode()));
    }

    private static boolean any(SQLException failure, Predicate<SQLException> meaning) {
        for (@Nullable SQLException next = failure; next != null; next = next.getNextException()) {
            if (meaning.test(next)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfClass(SQLException failure, String sqlStateClass) {
        String state = failure.getSQLState();
        return state != null && state.startsWith(sqlStateClass);
    }
}
