package org.persistentchat.room;

/**
 * How far a room is and how far a person has read it, at one moment.
 *
 * @param last newest sequence, 0 in an empty room
 * @param marker the person's read marker, 0 if none
 * @param unread messages of others after the marker, up to {@code last}, that are not deleted; counted among the newest events only, see
 *     {@link RoomPositions}
 * @param mentions those of them that mention the person
 */
public record RoomPosition(long last, long marker, long unread, long mentions) {
    /** Of a room in which nothing has been said. */
    public static final RoomPosition EMPTY = new RoomPosition(0, 0, 0, 0);
}
