package org.persistentchat.retention;

import org.jspecify.annotations.Nullable;

/**
 * For how long things are kept. Null says nothing, so that the wider scope counts; 0 is for ever.
 *
 * @param content days in the content database
 * @param archive days in the archive
 */
public record Days(@Nullable Integer content, @Nullable Integer archive) {
    public static final Days NONE = new Days(null, null);

    /** A hundred years. */
    public static final int MOST = 36_525;

    @Nullable Integer of(Store store) {
        return store == Store.CONTENT ? content : archive;
    }
}
