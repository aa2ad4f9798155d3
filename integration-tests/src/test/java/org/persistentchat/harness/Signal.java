package org.persistentchat.harness;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals of the operating system that Java has no method for. */
enum Signal {
    /** Stops all threads where they are. */
    STOP,
    /** Lets them go on. */
    CONT;

    void to(Process process) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new AssertionError("kill -" + name() + " ended with " + exit);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
