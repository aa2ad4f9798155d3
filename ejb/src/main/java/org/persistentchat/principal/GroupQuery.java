package org.persistentchat.principal;

import java.util.Optional;

/**
 * Which groups are asked for.
 *
 * @param name what the name begins with, in any case of its letters; empty: any
 * @param after the {@code next} of the page before; empty: from the first
 */
public record GroupQuery(Optional<GroupKind> kind, String name, String after, int limit) {}
