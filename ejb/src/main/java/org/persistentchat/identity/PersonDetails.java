package org.persistentchat.identity;

import java.time.Instant;

/**
 * A person as administrators see them.
 *
 * @param version rises with every change
 */
public record PersonDetails(Person person, Source source, Instant createdAt, int version) {}
