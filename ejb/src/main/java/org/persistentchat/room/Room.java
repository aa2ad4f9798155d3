package org.persistentchat.room;

import java.util.Set;

/** A room with all that decides who may do what in it: an immutable picture of what is stored. */
public record Room(
        RoomId id,
        String name,
        String description,
        Category category,
        Privacy privacy,
        RoomType type,
        boolean disabled,
        Set<Principal> members,
        Set<Principal> managers,
        Set<Principal> presenters) {}
