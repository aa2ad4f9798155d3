package org.persistentchat.archive.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.proof.Checkpoint;
import org.persistentchat.archive.proof.VerifyingKey;

/**
 * Where signed checkpoints are written, a file a day, to be kept elsewhere too. At most one in {@code every}: a later one covers all before
 * it.
 */
final class CheckpointDirectory {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private final Path directory;
    private final Duration every;
    private final InstantSource clock;
    private @Nullable Checkpoint newest;
    private Instant writtenAt = Instant.MIN;

    CheckpointDirectory(Path directory, Duration every, InstantSource clock) {
        this.directory = directory;
        this.every = every;
        this.clock = clock;
    }

    /** Writes the public key, which verifiers are given. */
    void publish(VerifyingKey key) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("key-" + key.id() + ".pem"), key.pem(), US_ASCII);
    }

    void reached(Checkpoint checkpoint) {
        newest = checkpoint;
    }

    /** Writes the newest checkpoint if that is due. */
    void write() throws IOException {
        Instant now = clock.instant();
        Checkpoint due = newest;
        if (due != null && !now.isBefore(writtenAt.equals(Instant.MIN) ? now : writtenAt.plus(every))) {
            Files.writeString(
                    directory.resolve("checkpoints-" + DAY.format(now) + ".jsonl"),
                    due.json() + "\n",
                    US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
            newest = null;
            writtenAt = now;
        }
    }
}
