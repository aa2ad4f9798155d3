package org.persistentchat.archive.verify;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.ComplianceRecord;

/**
 * An entry as it was found.
 *
 * @param position its place
 * @param recordId the record at it
 * @param leaf its hash as stored
 * @param record the record, unless it is not there
 */
@SuppressWarnings("ArrayRecordComponent") // compared by the verifier
public record StoredEntry(
        long position, UUID recordId, byte[] leaf, @Nullable ComplianceRecord record) {}
