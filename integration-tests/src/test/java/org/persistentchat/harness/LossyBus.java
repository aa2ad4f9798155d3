package org.persistentchat.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loses part of what a server hears from the others of its pool, above everything by which JGroups would make it good: as a bus that drops messages at its
 * bounds does.
 */
public final class LossyBus {
    private static final String FORK = "<fork name=\"persistent-chat\"/>";

    private LossyBus() {}

    /** From the next start on. {@code part} is between 0 (nothing is lost) and 1. */
    public static void between(TestServer server, double part) {
        if (part <= 0) {
            return;
        }
        String lossy =
                "<fork name=\"persistent-chat\"><protocol type=\"org.jgroups.protocols.DISCARD\"><property name=\"up\">"
                        + part + "</property></protocol></fork>";
        try {
            Path file = server.layout().configuration().resolve(server.configuration());
            String before = Files.readString(file);
            if (!before.contains(FORK)) {
                throw new AssertionError("The channel is not where it was: " + file);
            }
            Files.writeString(file, before.replace(FORK, lossy));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
