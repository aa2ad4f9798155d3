package org.persistentchat.identity;

import org.jspecify.annotations.Nullable;

/**
 * A change of a person that was checked.
 *
 * @param version what the caller has seen; negative: whatever it is
 * @param passwordHash of the new password, if there is one
 */
record PersonEdit(
        PersonId person,
        long version,
        PersonChange change,
        @Nullable String passwordHash) {}
