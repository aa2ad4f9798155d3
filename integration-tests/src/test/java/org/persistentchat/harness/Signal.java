package org.persistentchat.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Signals of the operating system that Java has no method for. */
enum Signal {
    /** Stops all threads where they are. */
    STOP,
    /** Lets them go on. */
    CONT;

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    /** Sends the signal. {@link #STOP} returns when the last thread stands still: the operating system stops them one by one. */
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
        if (this == STOP) {
            Path threads = Path.of("/proc", Long.toString(process.pid()), "task");
            Awaitility.await().atMost(STOP_LIMIT).until(() -> allStand(threads));
        }
    }

    /** Whether each thread is in the state T (proc(5), {@code /proc/pid/stat}); true where there is no such file system. */
    private static boolean allStand(Path threads) throws IOException {
        if (!Files.isDirectory(threads)) {
            return true;
        }
        try (Stream<Path> each = Files.list(threads)) {
            return each.allMatch(Signal::stands);
        }
    }

    private static boolean stands(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            return stat.startsWith("T", stat.lastIndexOf(')') + 2);
        } catch (IOException ended) {
            return true;
        }
    }
}
