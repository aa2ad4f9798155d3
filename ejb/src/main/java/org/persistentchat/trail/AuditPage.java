package org.persistentchat.trail;

import java.util.List;
import java.util.Optional;

/**
 * Entries, newest first.
 *
 * @param next where the next page begins; absent on the last
 */
public record AuditPage(List<AuditEntry> entries, Optional<AuditCursor> next) {}
