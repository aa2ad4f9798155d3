package org.persistentchat.archive.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.persistentchat.archive.ArrivalTable;
import org.persistentchat.archive.ArrivalTable.Leaf;

/** Reads and removes what writers noted. The caller owns the transaction. */
final class Arrivals {

    private static final int PAGE = 200;
    private static final String WAITING =
            "SELECT arrival_id FROM archive_arrival ORDER BY arrival_id OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY";
    private static final String OLDEST = "SELECT arrival_id, records, leaves FROM archive_arrival ORDER BY arrival_id"
            + " OFFSET 0 ROWS FETCH NEXT " + PAGE + " ROWS ONLY";
    private static final String DELETE = "DELETE FROM archive_arrival WHERE arrival_id = ?";

    private static final Comparator<Leaf> BY_ID = Comparator.comparing(Leaf::recordId, Arrays::compareUnsigned);

    private final List<byte[]> arrivals = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();

    private Arrivals() {}

    /** Whether anything waits. */
    static boolean waiting(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WAITING);
                ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    /** The oldest arrivals, with about {@code limit} records. */
    static Arrivals oldest(Connection connection, int limit) throws SQLException {
        Arrivals some = new Arrivals();
        try (PreparedStatement select = connection.prepareStatement(OLDEST);
                ResultSet row = select.executeQuery()) {
            while (some.leaves.size() < limit && row.next()) {
                some.arrivals.add(row.getBytes(1));
                some.leaves.addAll(ArrivalTable.unpack(row.getBytes(3)));
            }
        }
        some.leaves.sort(BY_ID);
        return some;
    }

    /** In the order of identities, which is that of time. */
    List<Leaf> leaves() {
        return leaves;
    }

    /** They are sealed. */
    void remove(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (byte[] arrival : arrivals) {
                delete.setBytes(1, arrival);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }
}
