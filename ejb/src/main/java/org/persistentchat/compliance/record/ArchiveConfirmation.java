package org.persistentchat.compliance.record;

import java.util.Collection;

/** Where the archive says what it has. */
public interface ArchiveConfirmation {

    /**
     * Called after the archive's commit, and only then: the outbox may forget these batches. Returns at once; a
     * repetition is harmless.
     */
    void archived(int serverId, Collection<Long> batchIds);

    /**
     * Called when the archive can never take this batch as it is, so that it holds up no other: it stays in the outbox
     * and is offered again much later, perhaps to a newer archive.
     */
    void refused(int serverId, long batchId);
}
