package org.persistentchat.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.SampleEvents;
import org.persistentchat.room.RoomId;

/** Reads a content database without anything that an application server gives. */
final class TableSource implements StreamSource {
    private static final long RETRY_MILLIS = 10;

    private final DataSource content;
    private final ScheduledExecutorService executor;

    TableSource(DataSource content, ScheduledExecutorService executor) {
        this.content = content;
        this.executor = executor;
    }

    @Override
    public long head(RoomId room) {
        return query("SELECT last_sequence, '' FROM room_head WHERE room_id = ?", room, room.value())
                .get(0)
                .sequence();
    }

    @Override
    public List<CommittedEvent> read(RoomId room, long from, long to) {
        return query(
                "SELECT sequence, body FROM room_event WHERE room_id = ? AND sequence BETWEEN ? AND ? ORDER BY sequence",
                room,
                room.value(),
                from,
                to);
    }

    private List<CommittedEvent> query(String sql, RoomId room, Object... parameters) {
        try (Connection connection = content.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                select.setObject(index + 1, parameters[index]);
            }
            List<CommittedEvent> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(SampleEvents.event(room, row.getLong(1), row.getString(2)));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public Executor blocking() {
        return executor;
    }

    @Override
    public void later(Runnable task) {
        var unused = executor.schedule(task, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }
}
