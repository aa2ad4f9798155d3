package org.persistentchat.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a case is to change; null stays as it is.
 *
 * @param members accounts of all members
 */
public record CaseChange(
        @Nullable String name,
        @Nullable String description,
        @Nullable List<String> members,
        @Nullable Boolean closed) {}
