package org.persistentchat.compliance.record;

import java.util.Collection;

/** Where the archive says what it has. */
public interface ArchiveConfirmation {

    /**
     * Called after the archive's commit, and only then: the outbox may forget these batches. Returns at once; a
     * repetition is harmless.
     */
    void archived(int serverId, Collection<Long> batchIds);
}
