package org.persistentchat.directory;

import java.util.concurrent.atomic.AtomicInteger;

/** What a run did. Counted by its thread, read by others. */
final class Counts {
    final AtomicInteger read = new AtomicInteger();
    final AtomicInteger created = new AtomicInteger();
    final AtomicInteger changed = new AtomicInteger();
    final AtomicInteger removed = new AtomicInteger();
    final AtomicInteger memberships = new AtomicInteger();
    final AtomicInteger skipped = new AtomicInteger();

    /** Groups that the directory does not have any more and that keep somebody out, so that they stay. */
    final AtomicInteger kept = new AtomicInteger();

    RunCounts now() {
        return new RunCounts(
                read.get(), created.get(), changed.get(), removed.get(), memberships.get(), skipped.get(), kept.get());
    }
}
