package org.persistentchat.expiry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at some records.
 *
 * @param looked how many that was, also those that stay for other reasons than a hold
 * @param records that have expired and are not held
 * @param held that have expired and are held
 * @param oldest of both
 * @param newest of both
 * @param next where to go on; null at the end, and where the rest may not go yet
 */
public record Expired(
        long looked,
        long records,
        long held,
        @Nullable Instant oldest,
        @Nullable Instant newest,
        ExpiryOrder.@Nullable Place next) {}
