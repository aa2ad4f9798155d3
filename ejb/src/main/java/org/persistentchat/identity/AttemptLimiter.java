package org.persistentchat.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/**
 * Slows failed sign-ins of an account: after {@value #FREE} failures in a row each further one closes the account's sign-in for twice
 * as long as the last, up to {@value #LONGEST_SECONDS} seconds. A success, or an hour without attempts, begins anew. Bounded: over
 * {@value #ACCOUNTS} accounts the old entries go.
 */
final class AttemptLimiter {
    private static final int FREE = 5;
    private static final long LONGEST_SECONDS = 60;
    private static final int ACCOUNTS = 100_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    private final Clock clock;

    AttemptLimiter(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last, Instant closedUntil) {}

    /** Refuses with {@link ErrorCode#TOO_MANY_ATTEMPTS} while the account's sign-in is closed. */
    void check(String account) {
        Failures known = failures.get(account);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.closedUntil)) {
            long seconds = Duration.between(now, known.closedUntil).toSeconds() + 1;
            throw ChatException.overLimit(
                    ErrorCode.TOO_MANY_ATTEMPTS, "Too many failed sign-ins. Try again in " + seconds + " s.", seconds);
        }
    }

    void succeeded(String account) {
        failures.remove(account);
    }

    void failed(String account) {
        Instant now = clock.instant();
        if (failures.size() >= ACCOUNTS) {
            failures.values().removeIf(old -> old.last.isBefore(now.minus(FORGOTTEN_AFTER)));
            if (failures.size() >= ACCOUNTS) {
                failures.clear();
            }
        }
        failures.compute(account, (name, known) -> {
            boolean fresh = known == null || known.last.isBefore(now.minus(FORGOTTEN_AFTER));
            int count = fresh ? 1 : known.count + 1;
            long closed = count <= FREE ? 0 : Math.min(LONGEST_SECONDS, 1L << Math.min(count - FREE - 1, 30));
            return new Failures(count, now, now.plusSeconds(closed));
        });
    }
}
