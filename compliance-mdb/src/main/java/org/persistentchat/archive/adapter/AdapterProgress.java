package org.persistentchat.archive.adapter;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far an adapter has come.
 *
 * @param position everything up to it is in finished files
 * @param plan the slice that is being made
 * @param written the lease under which all files of the plan were written
 * @param wanted whether somebody asked for a run
 * @param history what runs did
 */
record AdapterProgress(
        long position, Optional<SlicePlan> plan, OptionalLong written, boolean wanted, RunHistory history) {

    /**
     * What the runs of an adapter did.
     *
     * @param owner the server that runs it now
     * @param startedAt the last run's begin
     * @param endedAt the last run's end
     * @param slices how many slices were finished in all
     * @param failedAt when a run failed last
     * @param failure why; absent after a run that succeeded
     */
    record RunHistory(
            Optional<String> owner,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            long slices,
            Optional<Instant> failedAt,
            Optional<String> failure) {}
}
