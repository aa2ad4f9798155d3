package org.persistentchat.moderation;

import java.time.Instant;
import java.util.List;
import org.persistentchat.room.RoomId;

/**
 * What a removal would change.
 *
 * @param complete whether all was looked at, or only as much as one question may
 * @param sample some of them
 */
public record Found(long scanned, long matched, boolean complete, List<Sample> sample) {

    /** A message that would be changed. */
    public record Sample(RoomId room, long sequence, String account, Instant at, String text) {}
}
