package org.persistentchat.compliance.record;

import org.jspecify.annotations.Nullable;

/**
 * The person as known when it happened.
 *
 * @param account stable identity
 * @param displayName name others saw at that time
 * @param email where known
 * @param internal belongs to the organisation, as opposed to a guest
 */
public record RecordedPerson(
        String account, String displayName, @Nullable String email, boolean internal) {}
