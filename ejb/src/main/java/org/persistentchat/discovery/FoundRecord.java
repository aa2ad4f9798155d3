package org.persistentchat.discovery;

import org.persistentchat.compliance.record.ComplianceRecord;

/**
 * A record at its place.
 *
 * @param position in the archive, for ever
 */
public record FoundRecord(long position, ComplianceRecord record) {}
