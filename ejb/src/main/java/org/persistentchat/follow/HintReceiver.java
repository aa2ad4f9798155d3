package org.persistentchat.follow;

import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;

/** A connection that hears of rooms which it has not entered. Never blocks. */
public interface HintReceiver {

    /** Whether the connection hears everything of the room anyway. */
    boolean isIn(RoomId room);

    /** Something happened in a followed room; false if the connection is behind and the hint was left out. */
    boolean activity(RoomId room, RoomPosition now);

    /** A mention of the person, or an alert; left out if the connection is behind. */
    void notify(RoomId room, long sequence, NotifyReason reason);

    /** The person has chosen another level for the room. */
    void followed(RoomId room, FollowLevel level);

    /** What was told may be sent. */
    void flush();
}
