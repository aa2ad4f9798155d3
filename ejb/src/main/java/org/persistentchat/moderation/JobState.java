package org.persistentchat.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a purge or removal is.
 *
 * @param state RUNNING, DONE, FAILED, or INTERRUPTED by the end of its server
 * @param scanned messages looked at
 * @param changed messages purged, removed or changed
 */
public record JobState(
        long id,
        String state,
        long scanned,
        long changed,
        Instant startedAt,
        @Nullable Instant finishedAt) {}
