package org.persistentchat.identity;

/** Identifies a person within the pool; never shown to clients, who know people by account. */
public record PersonId(long value) {}
