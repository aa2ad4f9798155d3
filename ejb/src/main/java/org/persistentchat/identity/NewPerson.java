package org.persistentchat.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person to be created.
 *
 * @param password the password in clear, or null
 * @param passwordHash a bcrypt hash in modular crypt form ({@code $2a$}, {@code $2b$} or {@code $2y$}) moved from another system, or
 *     null; with neither, the person cannot sign in with a password
 */
public record NewPerson(
        String account,
        String name,
        @Nullable String email,
        @Nullable String password,
        @Nullable String passwordHash,
        Set<Role> roles) {}
