package org.persistentchat.stream;

import java.util.List;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.room.RoomId;

/**
 * Hears that something was committed in a room, whether or not anybody listens there: for those who want to know that, not what. A CDI
 * bean of this type is found.
 */
public interface CommitWatcher {

    /**
     * In the delivery thread of the room; must not block. Events may come in any order and more than once.
     *
     * @param events what was committed, as far as it is known
     */
    void committed(RoomId room, List<CommittedEvent> events);
}
