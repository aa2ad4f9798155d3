package org.persistentchat.follow;

import java.util.Locale;
import java.util.Optional;

/** Of what a person is told in a room that they have not entered. */
public enum FollowLevel {
    /** Of everything: activity, mentions, alerts. */
    ALL,
    /** Of mentions and alerts. */
    MENTIONS,
    NONE;

    /** The name as clients see it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level with this label. */
    public static Optional<FollowLevel> ofLabel(String label) {
        for (FollowLevel level : values()) {
            if (level.label().equals(label)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
