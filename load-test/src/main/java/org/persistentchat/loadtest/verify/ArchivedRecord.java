package org.persistentchat.loadtest.verify;

import org.jspecify.annotations.Nullable;

/** A row of the compliance database, as far as it is compared. Sequence and content are those of a post, else 0 and null. */
public record ArchivedRecord(
        String id,
        String kind,
        long sequence,
        String account,
        String displayName,
        @Nullable String content) {}
