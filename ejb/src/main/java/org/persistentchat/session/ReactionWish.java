package org.persistentchat.session;

/**
 * A reaction that somebody wants to have, or not to have any more.
 *
 * @param on whether it is wanted
 */
public record ReactionWish(String emoji, boolean on) {}
