package org.persistentchat.follow;

import org.persistentchat.room.Room;

/**
 * What a person chose for a room, or what holds without a choice.
 *
 * @param chosen whether the person chose it
 */
public record Follow(Room room, FollowLevel level, boolean chosen) {}
