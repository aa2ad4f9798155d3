package org.persistentchat.follow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/** The table of followed rooms. Refuses with {@link ErrorCode#UNAVAILABLE} while the database cannot be reached. */
final class FollowTable {
    private static final int ATTEMPTS = 4;

    /** The semicolon is asked for by SQL Server. */
    private static final String PUT = """
            MERGE INTO room_follow AS old
            USING (SELECT CAST(? AS BIGINT) AS person_id, CAST(? AS BIGINT) AS room_id, CAST(? AS VARCHAR(16)) AS follow_level) AS new
            ON old.person_id = new.person_id AND old.room_id = new.room_id
            WHEN MATCHED THEN UPDATE SET follow_level = new.follow_level
            WHEN NOT MATCHED THEN INSERT (person_id, room_id, follow_level) VALUES (new.person_id, new.room_id, new.follow_level);
            """;

    private final DataSource dataSource;

    FollowTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** All that the person chose. */
    Map<RoomId, FollowLevel> of(PersonId person) {
        return ask("SELECT room_id, follow_level FROM room_follow WHERE person_id = ?", person, select -> {
            Map<RoomId, FollowLevel> levels = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    levels.put(new RoomId(row.getLong(1)), FollowLevel.valueOf(row.getString(2)));
                }
            }
            return levels;
        });
    }

    /** The last one who writes wins. Two servers may both insert: the second finds the first when it tries again. */
    void put(PersonId person, RoomId room, FollowLevel level) {
        for (int attempt = 1; ; attempt++) {
            try {
                tryPut(person, room, level);
                return;
            } catch (SQLException failure) {
                if (attempt == ATTEMPTS || !SqlErrors.isConstraintViolation(failure)) {
                    throw SqlErrors.unavailable(failure);
                }
            }
        }
    }

    private void tryPut(PersonId person, RoomId room, FollowLevel level) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement merge = connection.prepareStatement(PUT)) {
            merge.setLong(1, person.value());
            merge.setLong(2, room.value());
            merge.setString(3, level.name());
            merge.executeUpdate();
        }
    }

    /** True if there was something to remove. */
    boolean remove(PersonId person, RoomId room) {
        return ask("DELETE FROM room_follow WHERE person_id = ? AND room_id = ?", person, delete -> {
            delete.setLong(2, room.value());
            return delete.executeUpdate() > 0;
        });
    }

    private <T> T ask(String sql, PersonId person, Question<T> question) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, person.value());
            return question.ask(statement);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /** Runs a statement. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(PreparedStatement statement) throws SQLException;
    }
}
