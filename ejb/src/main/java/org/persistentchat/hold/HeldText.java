package org.persistentchat.hold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message of the content database that may be held. */
public record HeldText(long room, long author, Instant at, String text) {

    public static HeldText of(long room, long author, Instant at, @Nullable String title, String body) {
        return new HeldText(room, author, at, title == null ? body : title + "\n" + body);
    }
}
