package org.persistentchat.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.persistentchat.event.Message;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPositions;

/**
 * Keeps how many messages full blocks of sequences hold, for {@link RoomPositions}. A block is counted once, by the transaction that fills it; afterwards
 * what is deleted of it is taken off. An ordinary post costs nothing here. Used with the rooms locked.
 */
final class MessageBlocks {
    private static final String FILLED = "INSERT INTO message_block (room_id, author_id, block, messages)"
            + " SELECT room_id, author_id, (sequence - 1) / " + RoomPositions.BLOCK + ", COUNT(*) FROM room_event"
            + " WHERE room_id = ? AND sequence > ? AND sequence <= ? AND " + RoomPositions.COUNTED
            + " GROUP BY room_id, author_id, (sequence - 1) / " + RoomPositions.BLOCK;
    private static final String FILLED_BY_ALL = "INSERT INTO message_block (room_id, author_id, block, messages)"
            + " SELECT room_id, 0, (sequence - 1) / " + RoomPositions.BLOCK + ", COUNT(*) FROM room_event"
            + " WHERE room_id = ? AND sequence > ? AND sequence <= ? AND " + RoomPositions.COUNTED
            + " GROUP BY room_id, (sequence - 1) / " + RoomPositions.BLOCK;
    private static final String TAKEN_OFF =
            "UPDATE message_block SET messages = messages - ?" + " WHERE room_id = ? AND author_id = ? AND block = ?";

    private final Connection connection;

    MessageBlocks(Connection connection) {
        this.connection = connection;
    }

    /** Whose messages of which block. */
    private record Share(long author, long block) implements Comparable<Share> {
        @Override
        public int compareTo(Share other) {
            int byAuthor = Long.compare(author, other.author);
            return byAuthor != 0 ? byAuthor : Long.compare(block, other.block);
        }
    }

    /**
     * Counts what a transaction has filled of a room and deleted in it; after its events and changes are written.
     *
     * @param before newest sequence before the transaction
     * @param last newest sequence now
     */
    void write(RoomId room, long before, long last, Collection<ChangeSet.Changed> changes) throws SQLException {
        long full = before / RoomPositions.BLOCK;
        takeOff(room, full, changes);
        long fullNow = last / RoomPositions.BLOCK;
        if (fullNow > full) {
            count(FILLED, room, full, fullNow);
            count(FILLED_BY_ALL, room, full, fullNow);
        }
    }

    private void count(String query, RoomId room, long full, long fullNow) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(query)) {
            insert.setLong(1, room.value());
            insert.setLong(2, full * RoomPositions.BLOCK);
            insert.setLong(3, fullNow * RoomPositions.BLOCK);
            insert.executeUpdate();
        }
    }

    private void takeOff(RoomId room, long full, Collection<ChangeSet.Changed> changes) throws SQLException {
        Map<Share, Integer> gone = new TreeMap<>();
        for (ChangeSet.Changed change : changes) {
            long block = (change.before().sequence() - 1) / RoomPositions.BLOCK;
            if (block < full
                    && counts(change.before().message())
                    && !counts(change.after().message())) {
                gone.merge(new Share(change.before().author().value(), block), 1, Integer::sum);
                gone.merge(new Share(0, block), 1, Integer::sum);
            }
        }
        if (gone.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(TAKEN_OFF)) {
            for (Map.Entry<Share, Integer> share : gone.entrySet()) {
                update.setInt(1, share.getValue());
                update.setLong(2, room.value());
                update.setLong(3, share.getKey().author());
                update.setLong(4, share.getKey().block());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static boolean counts(Message message) {
        return !message.deleted() && !message.unkept();
    }
}
