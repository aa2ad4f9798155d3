package org.persistentchat.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a purge of a room would do.
 *
 * @param messages that would go
 * @param held that are old enough and held
 * @param oldest of both
 * @param newest of both
 * @param complete whether all were looked at
 */
public record PurgePreview(
        long messages,
        long held,
        @Nullable Instant oldest,
        @Nullable Instant newest,
        boolean complete) {
    static final PurgePreview NOTHING = new PurgePreview(0, 0, null, null, true);

    PurgePreview with(Instant at, boolean isHeld) {
        return new PurgePreview(
                messages + (isHeld ? 0 : 1), held + (isHeld ? 1 : 0), oldest == null ? at : oldest, at, complete);
    }

    PurgePreview incomplete() {
        return new PurgePreview(messages, held, oldest, newest, false);
    }
}
