package org.persistentchat.retention;

import java.time.Instant;
import org.persistentchat.identity.PersonId;

/** How long what lies in a scope is kept. */
public record RetentionRule(RetentionScope scope, Days days, PersonId changedBy, Instant changedAt) {}
