package org.persistentchat.room;

import java.util.Optional;
import org.persistentchat.id.OpaqueId;

/** Identifies a category within the pool. */
public record CategoryId(long value) {

    public static CategoryId random() {
        return new CategoryId(OpaqueId.random());
    }

    /** The id whose {@link #text()} is given, or empty if it is no id's text. */
    public static Optional<CategoryId> parse(String text) {
        var value = OpaqueId.decode(text);
        return value.isPresent() ? Optional.of(new CategoryId(value.getAsLong())) : Optional.empty();
    }

    /** The form that clients see. */
    public String text() {
        return OpaqueId.encode(value);
    }
}
