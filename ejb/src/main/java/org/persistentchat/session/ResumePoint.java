package org.persistentchat.session;

import org.persistentchat.room.RoomId;

/** A room that a client comes back to, and the last sequence that it has of it (0: none). */
public record ResumePoint(RoomId room, long after) {}
