package org.persistentchat.trail;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.persistentchat.id.OpaqueId;

/** The place of an entry in the log. */
public record AuditCursor(Instant at, long number) {
    private static final int HALF = OpaqueId.encode(0).length();

    /** The form that clients see; {@link #parse} reads it. */
    public String text() {
        return OpaqueId.encode(at.toEpochMilli()) + OpaqueId.encode(number);
    }

    /** The place whose {@link #text()} is given, or empty if it is no place's text. */
    public static Optional<AuditCursor> parse(String text) {
        if (text.length() != 2 * HALF) {
            return Optional.empty();
        }
        OptionalLong millis = OpaqueId.decode(text.substring(0, HALF));
        OptionalLong number = OpaqueId.decode(text.substring(HALF));
        // 2^47 ms are in the year 6429: what no column could hold is no place
        if (millis.isEmpty() || number.isEmpty() || millis.getAsLong() >= 1L << 47) {
            return Optional.empty();
        }
        return Optional.of(new AuditCursor(Instant.ofEpochMilli(millis.getAsLong()), number.getAsLong()));
    }
}
