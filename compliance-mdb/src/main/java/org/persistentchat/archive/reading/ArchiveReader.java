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

    /** At most {@code limit} entries with {@code after < position <= through}, by position. */
    List<ArchivedEntry> read(long after, long through, int limit) throws SQLException;
}
