package org.persistentchat.expiry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at some records.
 *
 * @param records that have expired and are not held
 * @param held that have expired and are held
 * @param oldest of both
 * @param newest of both
 * @param next where to go on; null at the end
 */
public record Expired(
        long records,
        long held,
        @Nullable Instant oldest,
        @Nullable Instant newest,
        ExpiryOrder.@Nullable Place next) {}
