package org.persistentchat.web.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.web.json.Utf16;

/** The members of a JSON object. Asking for one checks its presence, type and range; members that nobody asks for do not matter. */
final class Members {
    /** Stands for a value of a kind that no command has: a fraction, null, a nested object... */
    static final Object OTHER = new Object();

    /** The largest integer that every JSON reader represents exactly (RFC 8259, section 6). */
    static final long MAX_INTEGER = (1L << 53) - 1;

    private final Map<String, Object> values = new HashMap<>(8);

    void put(String name, Object value) {
        values.put(name, value);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** A string of whole characters. */
    String text(String name) {
        if (!(values.get(name) instanceof String text)) {
            throw invalid(name, "must be a string");
        }
        if (!Utf16.isWellFormed(text)) {
            throw invalid(name, "has half a surrogate pair");
        }
        return text;
    }

    /** A string of whole characters, or null if the member is not there. */
    @Nullable String optionalText(String name) {
        return has(name) ? text(name) : null;
    }

    /** True or false, or {@code absent} if the member is not there. */
    boolean flag(String name, boolean absent) {
        if (!has(name)) {
            return absent;
        }
        if (!(values.get(name) instanceof Boolean flag)) {
            throw invalid(name, "must be true or false");
        }
        return flag;
    }

    /** An integer from {@code min} to {@code max}. */
    long integer(String name, long min, long max) {
        if (!(values.get(name) instanceof Long number) || number < min || number > max) {
            String message = "\"" + name + "\" must be an integer from " + min + " to " + max + ".";
            boolean tooLarge = max < MAX_INTEGER && values.get(name) instanceof Long given && given > max;
            throw tooLarge
                    ? ChatException.overLimit(ErrorCode.INVALID_FIELD, message, max)
                    : new ChatException(ErrorCode.INVALID_FIELD, message);
        }
        return number;
    }

    /** An integer from {@code min} to {@code max}, or {@code absent} if the member is not there. */
    int integer(String name, int absent, int min, int max) {
        return has(name) ? (int) integer(name, min, max) : absent;
    }

    /** A time as ISO 8601 in UTC, or null if the member is not a string. */
    @Nullable Instant time(String name) {
        if (!(values.get(name) instanceof String)) {
            return null;
        }
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException notATime) {
            throw new ChatException(
                    ErrorCode.INVALID_FIELD,
                    "\"" + name + "\" must be a sequence, or a time as 2026-11-24T08:30:00Z.",
                    notATime);
        }
    }

    /** An array of objects. */
    List<Members> objects(String name) {
        if (!(values.get(name) instanceof List<?> list)) {
            throw invalid(name, "must be an array");
        }
        return list.stream().map(item -> object(name, item)).toList();
    }

    /** An array of strings of whole characters. */
    List<String> texts(String name) {
        if (!(values.get(name) instanceof List<?> list)) {
            throw invalid(name, "must be an array");
        }
        return list.stream().map(item -> text(name, item)).toList();
    }

    private static String text(String name, Object item) {
        if (!(item instanceof String text)) {
            throw invalid(name, "must be an array of strings");
        }
        if (!Utf16.isWellFormed(text)) {
            throw invalid(name, "has half a surrogate pair");
        }
        return text;
    }

    /** The integer of this name, or null if it is none from 1 to 2^53-1. */
    @Nullable Long id() {
        return values.get("id") instanceof Long id && id >= 1 && id <= MAX_INTEGER ? id : null;
    }

    private static Members object(String name, Object item) {
        if (!(item instanceof Members members)) {
            throw invalid(name, "must be an array of objects");
        }
        return members;
    }

    static ChatException invalid(String name, String what) {
        return new ChatException(ErrorCode.INVALID_FIELD, "\"" + name + "\" " + what + ".");
    }
}
