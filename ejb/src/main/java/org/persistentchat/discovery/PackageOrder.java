package org.persistentchat.discovery;

import java.time.Instant;

/**
 * What a package is to say of itself.
 *
 * @param by account of who has it made
 */
public record PackageOrder(CaseId id, String name, String description, String by, Instant at) {}
