package org.persistentchat.room;

/**
 * A room as one person sees it in a list.
 *
 * @param mayPost whether the person may post
 * @param last newest sequence, 0 in an empty room
 * @param marker the person's read marker, 0 if none
 */
public record RoomCard(Room room, boolean mayPost, long last, long marker) {}
