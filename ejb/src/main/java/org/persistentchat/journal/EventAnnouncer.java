package org.persistentchat.journal;

import java.util.List;
import java.util.Map;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.room.RoomId;

/** Tells others than this server's streams what this server committed. A CDI bean of this type is found. Called by the journal's threads: must not block. */
public interface EventAnnouncer {

    /**
     * After the commit.
     *
     * @param events by room, by sequence
     * @param change number of an administrative change at least as new as the transaction saw
     */
    void committed(Map<RoomId, List<CommittedEvent>> events, long change);

    /** Rooms have come to these sequences by commits of this server that it learned of late: what was said is to be read from the database. */
    void cameTo(Map<RoomId, Long> heads);
}
