package org.persistentchat.compliance;

/**
 * What the archive refused of a batch.
 *
 * @param key identity of the batch
 * @param reason why
 * @param records how many were refused
 * @param payload the bytes of these, or of the whole batch when they could not be read
 */
@SuppressWarnings("ArrayRecordComponent") // moved, never compared
record Refusal(BatchKey key, String reason, int records, byte[] payload) {}
