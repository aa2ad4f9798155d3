package org.persistentchat.event;

import java.util.List;

/**
 * Everyone who reacted to a message with the same emoji.
 *
 * @param count how many
 * @param accounts some of them, at most {@link #NAMED}
 */
public record Reaction(String emoji, int count, List<String> accounts) {
    /** How many of those who reacted are named. */
    public static final int NAMED = 20;

    public Reaction {
        accounts = List.copyOf(accounts);
    }

    /** What is left when nobody reacts with {@code emoji} any more. */
    public static Reaction none(String emoji) {
        return new Reaction(emoji, 0, List.of());
    }
}
