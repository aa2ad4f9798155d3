package org.persistentchat.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of applying the rules to a store.
 *
 * @param server that does or did it
 * @param removed messages or records, in the last run
 * @param held messages or records that have expired and are held, of those looked at in the last run
 * @param failure why the last run ended early
 */
public record RunState(
        Store store,
        @Nullable String server,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long removed,
        long held,
        @Nullable String failure) {}
