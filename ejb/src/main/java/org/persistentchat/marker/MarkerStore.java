package org.persistentchat.marker;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.marker.ReadMarkers.Place;

/** The table of read markers. */
final class MarkerStore {
    /** The semicolon is asked for by SQL Server. A marker never passes the room's head, so that it cannot hide what comes. */
    private static final String FORWARD = """
            MERGE INTO read_marker AS old
            USING (SELECT CAST(? AS BIGINT) AS person_id, h.room_id AS room_id,
                          CASE WHEN h.last_sequence < CAST(? AS BIGINT) THEN h.last_sequence ELSE CAST(? AS BIGINT) END AS sequence
                   FROM room_head h WHERE h.room_id = ?) AS new
            ON old.person_id = new.person_id AND old.room_id = new.room_id
            WHEN MATCHED AND old.sequence < new.sequence THEN UPDATE SET sequence = new.sequence
            WHEN NOT MATCHED THEN INSERT (person_id, room_id, sequence) VALUES (new.person_id, new.room_id, new.sequence);
            """;

    private static final int ATTEMPTS = 4;
    private static final Comparator<Place> BY_KEY = Comparator.<Place>comparingLong(
                    place -> place.person().value())
            .thenComparingLong(place -> place.room().value());

    private final DataSource dataSource;

    MarkerStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Moves markers forward in one transaction. Two servers may both insert a person's first marker in a room: the second finds the
     * first when it tries again.
     */
    void forward(Map<Place, Long> wanted) throws SQLException {
        SortedMap<Place, Long> inOrder = new TreeMap<>(BY_KEY);
        inOrder.putAll(wanted);
        for (int attempt = 1; ; attempt++) {
            try {
                tryForward(inOrder);
                return;
            } catch (SQLException failure) {
                if (attempt == ATTEMPTS || !SqlErrors.isConstraintViolation(failure)) {
                    throw failure;
                }
            }
        }
    }

    /** Rows are locked in the order of their key, so that two servers do not wait for each other. */
    private void tryForward(SortedMap<Place, Long> wanted) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                merge(connection, wanted);
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void merge(Connection connection, Map<Place, Long> wanted) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(FORWARD)) {
            for (Map.Entry<Place, Long> move : wanted.entrySet()) {
                merge.setLong(1, move.getKey().person().value());
                merge.setLong(2, move.getValue());
                merge.setLong(3, move.getValue());
                merge.setLong(4, move.getKey().room().value());
                merge.addBatch();
            }
            merge.executeBatch();
        }
    }
}
