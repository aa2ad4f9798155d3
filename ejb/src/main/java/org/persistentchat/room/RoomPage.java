package org.persistentchat.room;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of rooms.
 *
 * @param next where the next page begins, or null on the last
 */
public record RoomPage(List<RoomCard> items, @Nullable String next) {}
