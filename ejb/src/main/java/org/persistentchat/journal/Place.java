package org.persistentchat.journal;

import org.persistentchat.room.RoomId;

/** Where a message is. */
record Place(RoomId room, long sequence) {}
