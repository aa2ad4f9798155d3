package org.persistentchat.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** From rules to times. Days are those of UTC: what is kept for a day is there the whole next day, so that a room is looked at once a day. */
final class Cutoff {
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");

    private Cutoff() {}

    /** What was said before this time goes. */
    static Instant of(RetentionRules.Limit limit, Instant now) {
        Instant cutoff = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .minusDays(limit.days())
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return cutoff.isBefore(FIRST) ? FIRST : cutoff;
    }

    /** The rule, as it is written down. */
    static String rule(RetentionRules.Limit limit) {
        return limit.scope().text() + ", " + limit.days() + " days";
    }
}
