package org.persistentchat.archive.reading;

import java.sql.SQLException;
import java.util.List;

/**
 * The archive in the order of positions. A record gets its position within seconds after it was stored. Within a room sequences nearly
 * always rise with positions; what was sent again after a failure comes later.
 */
public interface ArchiveReader {

    /** The newest position; 0 when there is none. */
    long sealedThrough() throws SQLException;

    /** At most {@code limit} entries with {@code after < position <= through} whose records have not been removed, by position. */
    List<ArchivedEntry> read(long after, long through, int limit) throws SQLException;

    /** How many positions with {@code after < position <= through} have an entry, whether its record is there or was removed. */
    long entries(long after, long through) throws SQLException;
}
