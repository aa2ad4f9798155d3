package org.persistentchat.hold;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where removing and holding meet. It is one row of the content database: who passes has it until the end of their transaction, and so has who sets a
 * hold, so that what is removed by a transaction that is committed after a hold is nothing that the hold covers.
 */
public final class HoldGate {
    private HoldGate() {}

    /** The holds in force, which stay so until the transaction of {@code connection} ends; others who pass or set a hold wait for that. */
    public static Holds pass(Connection connection) throws SQLException {
        HoldTable table = new HoldTable(connection);
        table.lock(0);
        return table.inForce();
    }

    /** The holds in force now. Another may be set the next moment. */
    public static Holds look(Connection connection) throws SQLException {
        return new HoldTable(connection).inForce();
    }

    /** Begins a change of holds or rules: nobody passes until the transaction of {@code connection} ends. */
    public static void close(Connection connection) throws SQLException {
        new HoldTable(connection).lock(1);
    }

    /** Rises with every change of holds and rules. */
    public static long version(Connection connection) throws SQLException {
        return new HoldTable(connection).version();
    }
}
