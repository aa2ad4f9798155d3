package org.persistentchat.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * How the last reading of the outer directory went, the same on every server.
 *
 * @param running whether a server is reading now
 * @param startedAt when the last reading began
 * @param endedAt when the last reading ended; absent while it goes on
 * @param wholeAt when everything was read last
 * @param whole whether the last reading was one of everything
 * @param outcome {@code none}, {@code running}, {@code done} or {@code failed}
 * @param failure why it failed
 */
public record RunStatus(
        boolean running,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<Instant> wholeAt,
        boolean whole,
        String outcome,
        Optional<String> failure,
        RunCounts counts) {}
