package org.persistentchat.journal;

import java.util.Map;
import org.persistentchat.room.RoomId;

/** Who is told of a lane's transactions besides those that wait for them: compliance and the metrics. Never blocks. */
interface CommitFollowers {
    void committed(Committed committed, JournalBatch batch, long nanos);

    /** Rooms have come to these sequences by commits that nobody was told of. */
    void cameTo(Map<RoomId, Long> heads);

    void failed();
}
