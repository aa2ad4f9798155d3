package org.persistentchat.loadtest.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Growing, random pauses: a crowd that lost its server together must not come back together.
 *
 * @param first upper bound of the first pause; it doubles with each attempt
 * @param longest upper bound of any pause
 */
public record Backoff(Duration first, Duration longest) {
    public static final Backoff DEFAULT = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private static final int MAX_DOUBLINGS = 16;

    /** Milliseconds to wait before attempt {@code attempt} (0 is the first): half of the bound at least, the bound at most. */
    public long pauseMillis(int attempt) {
        long bound = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt, MAX_DOUBLINGS));
        return bound / 2 + ThreadLocalRandom.current().nextLong(bound / 2 + 1);
    }
}
