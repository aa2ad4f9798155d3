package org.persistentchat.journal;

import org.persistentchat.error.ChatException;

/** Rights that are as new as a transaction sees. */
interface AuthorRights {

    /** Whether memory has followed the pool's changes up to {@code change}. Costs nothing. */
    boolean isFollowed(long change);

    /** Has memory follow up to {@code change}; false if that was not possible in some seconds. */
    boolean follow(long change);

    /**
     * The draft with no more rights than its author has now, by what memory has followed.
     *
     * @throws ChatException if the author may not do this any more
     */
    Draft judged(Draft draft);
}
