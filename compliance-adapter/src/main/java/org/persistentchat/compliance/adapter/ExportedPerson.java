package org.persistentchat.compliance.adapter;

import org.jspecify.annotations.Nullable;

/**
 * A person as known when something happened.
 *
 * @param account stable identity
 * @param displayName name that others saw
 * @param email where known
 * @param internal belongs to the organisation, as opposed to a guest
 */
public record ExportedPerson(
        String account, String displayName, @Nullable String email, boolean internal) {}
