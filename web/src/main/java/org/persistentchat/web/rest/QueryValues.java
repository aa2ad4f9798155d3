package org.persistentchat.web.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** Values of query parameters, checked. */
final class QueryValues {
    private static final int DEFAULT_PAGE = 100;
    private static final int LARGEST_PAGE = 500;

    /** The times that a column of the database can hold. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private QueryValues() {}

    /** How much of a list is asked for; the usual page if nothing is said. */
    static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_PAGE;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST_PAGE) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, as a number out of range
        }
        throw ChatException.overLimit(
                ErrorCode.INVALID_FIELD, "\"limit\" must be an integer from 1 to " + LARGEST_PAGE + ".", LARGEST_PAGE);
    }

    /** A time as ISO 8601 in UTC, or absent. */
    static Optional<Instant> time(String name, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            Instant time = Instant.parse(text);
            if (!time.isBefore(FIRST) && !time.isAfter(LAST)) {
                return Optional.of(time);
            }
        } catch (DateTimeException notATime) {
            // refused below, as a time that no calendar here has
        }
        throw Body.invalid(name, "must be a time as 2026-11-24T08:30:00Z");
    }

    /** Whether something is wanted; it is not if nothing is said. */
    static boolean flag(String name, @Nullable String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw Body.invalid(name, "must be true or false");
        }
        return "true".equals(text);
    }

    /** A text that says something, or absent. */
    static Optional<String> text(String name, @Nullable String text, int characters) {
        if (text != null && (text.isBlank() || text.length() > characters)) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD, "\"" + name + "\" has 1 to " + characters + " characters.", characters);
        }
        return Optional.ofNullable(text);
    }
}
