package org.persistentchat.journal;

import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;

/** Rights that are as new as a transaction sees. */
interface AuthorRights {

    /** Whether memory has followed the pool's changes up to {@code change}. Costs nothing. */
    boolean isFollowed(long change);

    /** Has memory follow up to {@code change}; false if that was not possible in some seconds. */
    boolean follow(long change);

    /** Why the author may not do this any more, or null. By what memory has followed. */
    @Nullable ChatException refusal(Draft draft);
}
