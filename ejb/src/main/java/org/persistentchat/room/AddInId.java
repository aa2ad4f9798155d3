package org.persistentchat.room;

import java.util.Optional;
import org.persistentchat.id.OpaqueId;

/** Identifies an add-in within the pool. */
public record AddInId(long value) {

    public static AddInId random() {
        return new AddInId(OpaqueId.random());
    }

    /** The id whose {@link #text()} is given, or empty if it is no id's text. */
    public static Optional<AddInId> parse(String text) {
        var value = OpaqueId.decode(text);
        return value.isPresent() ? Optional.of(new AddInId(value.getAsLong())) : Optional.empty();
    }

    /** The form that clients see. */
    public String text() {
        return OpaqueId.encode(value);
    }
}
