package org.persistentchat.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes different of a person; null stays as it is.
 *
 * @param withEmail whether {@code email} counts; it may become none
 * @param password the new password in clear
 * @param oldPassword the present one, by which people prove that they may change their own
 */
public record PersonChange(
        @Nullable String name,
        boolean withEmail,
        @Nullable String email,
        @Nullable Boolean internal,
        @Nullable Boolean active,
        @Nullable ChatSwitch chat,
        @Nullable Set<Role> roles,
        @Nullable String password,
        @Nullable String oldPassword) {

    /** Whether nothing but the password becomes different. */
    boolean isOfPasswordOnly() {
        return name == null && !withEmail && internal == null && active == null && chat == null && roles == null;
    }

    /** Whether something becomes different that an outer directory decides for its people. */
    boolean isOfDirectory() {
        return name != null || withEmail || active != null || password != null;
    }

    /** Nothing secret. */
    @Override
    public String toString() {
        return "PersonChange[" + name + "]";
    }
}
