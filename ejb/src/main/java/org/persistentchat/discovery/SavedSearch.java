package org.persistentchat.discovery;

import java.time.Instant;

/** A query that belongs to a case. */
public record SavedSearch(long id, String name, ArchiveQuery query, Instant savedAt) {}
