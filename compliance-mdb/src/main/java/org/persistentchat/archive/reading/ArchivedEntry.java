package org.persistentchat.archive.reading;

import org.persistentchat.compliance.record.ComplianceRecord;

/**
 * A record at its place in the archive.
 *
 * @param position dense, from 1, for ever; also when records are removed
 * @param record what is stored there
 */
public record ArchivedEntry(long position, ComplianceRecord record) {}
