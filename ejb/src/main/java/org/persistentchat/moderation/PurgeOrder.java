package org.persistentchat.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.persistentchat.identity.Person;
import org.persistentchat.room.Room;

/**
 * A room is to lose what was said before a time.
 *
 * @param key begins the keys of its events: what was done under the same key is not done again
 * @param rule of retention that it follows; null if {@code by} is an administrator who purges
 */
public record PurgeOrder(
        Room room,
        Person by,
        String key,
        Instant before,
        @Nullable String rule) {}
