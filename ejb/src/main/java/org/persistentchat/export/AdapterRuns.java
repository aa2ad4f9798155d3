package org.persistentchat.export;

import java.time.Instant;
import java.util.Optional;

/**
 * The runs of an adapter.
 *
 * @param server that runs it now
 * @param requested whether somebody asked for a run that has not begun
 * @param startedAt begin of the last run
 * @param endedAt end of the last run
 * @param slices how many slices were finished in all
 * @param failedAt when a run failed last
 * @param failure why the last run failed; absent if it succeeded
 */
public record AdapterRuns(
        Optional<String> server,
        boolean requested,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        long slices,
        Optional<Instant> failedAt,
        Optional<String> failure) {

    /** None so far. */
    public static final AdapterRuns NONE = new AdapterRuns(
            Optional.empty(), false, Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.empty());
}
