package org.persistentchat.room;

/**
 * A room as one person sees it in a list.
 *
 * @param mayPost whether the person may post
 * @param position how far the room is and how far the person has read it; empty where they may not read
 */
public record RoomCard(Room room, boolean mayPost, RoomPosition position) {}
