package org.persistentchat.compliance.record;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the content database says that the archive must have. */
public interface ContentSequences {

    /**
     * How many events a room has.
     *
     * @param cursor where the next page begins
     * @param roomId as it is recorded
     * @param last its newest sequence; sequences are dense, from 1
     * @param unrecorded how many of them were not recorded, because of the scope
     */
    record RoomSequences(long cursor, String roomId, long last, long unrecorded) {}

    /** At most {@code limit} rooms behind {@code cursor}; {@link Long#MIN_VALUE} begins. */
    List<RoomSequences> page(long cursor, int limit) throws SQLException;

    /** When the oldest records were committed that wait to be archived, of all servers. */
    Optional<Instant> oldestWaiting() throws SQLException;
}
