package org.persistentchat.session;

import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;

/**
 * What is unread in one room.
 *
 * @param position null if the person may not know
 * @param refusal why not, or null
 */
public record Counted(
        RoomId room,
        @Nullable RoomPosition position,
        @Nullable ChatException refusal) {}
