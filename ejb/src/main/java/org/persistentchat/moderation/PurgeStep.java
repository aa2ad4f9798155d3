package org.persistentchat.moderation;

/**
 * What became of some messages of a room.
 *
 * @param through everything up to this sequence was looked at
 * @param gone how many of them are gone
 * @param held how many stay because they are held
 * @param firstHeld the first of them that is held, 0 if none is
 * @param end whether what comes after it is not meant any more
 */
public record PurgeStep(long through, long gone, long held, long firstHeld, boolean end) {}
