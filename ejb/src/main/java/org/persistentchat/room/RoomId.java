package org.persistentchat.room;

import java.util.Optional;
import org.persistentchat.id.OpaqueId;

/** Identifies a room within the pool. */
public record RoomId(long value) {

    public static RoomId random() {
        return new RoomId(OpaqueId.random());
    }

    /** The id whose {@link #text()} is given, or empty if it is no id's text. */
    public static Optional<RoomId> parse(String text) {
        var value = OpaqueId.decode(text);
        return value.isPresent() ? Optional.of(new RoomId(value.getAsLong())) : Optional.empty();
    }

    /** The form that clients see. */
    public String text() {
        return OpaqueId.encode(value);
    }
}
