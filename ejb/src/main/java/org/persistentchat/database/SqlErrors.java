package org.persistentchat.database;

import jakarta.resource.ResourceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** Reads what a database error means, the same on every database. */
public final class SqlErrors {
    /** SQLState class 23 (ISO/IEC 9075-2): an integrity constraint was violated. */
    private static final String CONSTRAINT_VIOLATION = "23";

    /** SQLState class 08 (ISO/IEC 9075-2): there is no connection, or it was lost. */
    private static final String NO_CONNECTION = "08";

    private SqlErrors() {}

    /** Whether {@code failure}, or what caused it, is a violated key or other constraint. */
    public static boolean isConstraintViolation(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && hasState(sql, CONSTRAINT_VIOLATION)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code failure}, or what caused it, is that the database cannot be reached: no connection to be had, or a broken one. */
    public static boolean isUnreachable(Throwable failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ResourceException // the pool has none
                    || at instanceof SQLNonTransientConnectionException
                    || at instanceof SQLTransientConnectionException
                    || (at instanceof SQLException sql && hasState(sql, NO_CONNECTION))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasState(SQLException first, String stateClass) {
        for (@Nullable SQLException at = first; at != null; at = at.getNextException()) {
            String state = at.getSQLState();
            if (state != null && state.startsWith(stateClass)) {
                return true;
            }
        }
        return false;
    }

    /** The refusal that says so when a database cannot be reached: the same may succeed later. */
    public static ChatException unavailable(Throwable failure) {
        return new ChatException(ErrorCode.UNAVAILABLE, "The database cannot be reached at the moment.", failure);
    }

    /** What a failed reading means to who asked: that the database cannot be reached, unless it was refused for a reason or is a defect. */
    public static RuntimeException asRefusal(RuntimeException failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException || at instanceof SystemException || at instanceof RollbackException) {
                return unavailable(failure);
            }
        }
        return failure;
    }
}
