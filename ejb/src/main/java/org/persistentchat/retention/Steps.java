package org.persistentchat.retention;

import java.sql.SQLException;

/** Told of each step of a run; says whether to go on. */
@FunctionalInterface
interface Steps {
    boolean done(RunTable.Outcome sofar) throws SQLException;
}
