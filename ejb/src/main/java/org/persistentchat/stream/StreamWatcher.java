package org.persistentchat.stream;

import org.persistentchat.room.RoomId;

/** Hears which rooms this server has in memory. A CDI bean of this type is found. In the delivery thread of the room; must not block. */
public interface StreamWatcher {

    /** The room was read up to {@code last}: what is committed from then on has to be told to its stream. */
    void opened(RoomId room, long last);

    /** The room is not in memory any more. */
    void closed(RoomId room);
}
