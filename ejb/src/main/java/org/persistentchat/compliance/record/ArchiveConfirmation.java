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
     * Called when the archive cannot take these batches at the moment: they are sent again after a pause, which grows as long as that lasts. Returns at
     * once; a repetition is harmless.
     *
     * @param reason why, without anything that was said
     */
    void missed(int serverId, Collection<Long> batchIds, String reason);

    /**
     * Called when the archive can never take this batch, or some records of it, as they are, so that they hold up no others: they are
     * kept aside until somebody has them sent again. Returns at once; a repetition is harmless.
     */
    void refused(int serverId, long batchId, Refused what);

    /**
     * What is refused of a batch; everything else of it is archived.
     *
     * @param reason why, without anything that was said
     * @param records how many records
     * @param payload the bytes of {@link BatchCodec} with these records, or the whole batch as it came if it cannot be read
     */
    @SuppressWarnings("ArrayRecordComponent") // moved, never compared
    record Refused(String reason, int records, byte[] payload) {}
}
