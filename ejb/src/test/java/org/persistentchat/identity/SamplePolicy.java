package org.persistentchat.identity;

import org.persistentchat.config.ChatLimits;

/** Who may chat, for tests. */
public final class SamplePolicy {
    private SamplePolicy() {}

    /** Everybody of whom nothing else is said. */
    @SuppressWarnings("UnnecessaryAssignment") // the test stands in for the container
    public static ChatPolicy chatIsOn() {
        ChatPolicy policy = new ChatPolicy();
        policy.limits = ChatLimits.DEFAULT;
        return policy;
    }
}
