package org.persistentchat.room;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of principals.
 *
 * @param next where the next page begins, or null on the last
 */
public record PrincipalPage(
        List<NamedPrincipal> items, @Nullable String next) {}
