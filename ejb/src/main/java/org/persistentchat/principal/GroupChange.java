package org.persistentchat.principal;

import org.jspecify.annotations.Nullable;

/** What becomes different of a group; null stays as it is. */
public record GroupChange(@Nullable String name, @Nullable String description) {}
