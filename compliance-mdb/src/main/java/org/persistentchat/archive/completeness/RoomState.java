package org.persistentchat.archive.completeness;

/**
 * How far a room was compared.
 *
 * @param through the sequence up to which it was compared
 * @param unrecorded how many up to there were not recorded
 * @param missing how many up to there the archive should have and has not; negative if it has more
 */
record RoomState(long through, long unrecorded, long missing) {

    static final RoomState NONE = new RoomState(0, 0, 0);
}
