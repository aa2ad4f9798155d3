package org.persistentchat.event;

import java.time.Instant;
import org.persistentchat.room.RoomId;

/**
 * One committed fact in a room. Within a room sequences are dense from 1 and the same for everyone.
 *
 * @param account account of the author
 * @param name display name of the author
 * @param at time of the commit, UTC, milliseconds; order is given by the sequence, not by time
 */
public record RoomEvent(
        RoomId room, long sequence, EventKind kind, String account, String name, Instant at, String body) {}
