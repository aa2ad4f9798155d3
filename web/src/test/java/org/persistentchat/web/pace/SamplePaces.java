package org.persistentchat.web.pace;

import org.persistentchat.config.ChatLimits;

/** Paces for tests, also of other packages. */
public final class SamplePaces {
    private SamplePaces() {}

    @SuppressWarnings("UnnecessaryAssignment") // the test stands in for the container
    public static Paces of(ChatLimits limits) {
        Paces paces = new Paces();
        paces.limits = limits;
        return paces;
    }
}
