package org.persistentchat.moderation;

/**
 * A purge or removal that is not finished.
 *
 * @param purge whether it is a purge
 * @param room the last room looked at, in the order of ids; 0 before the first
 * @param sequence the last message looked at there
 * @param scanned messages looked at so far
 * @param changed messages changed so far
 */
record RemovalTask(long job, boolean purge, RemovalWish wish, long room, long sequence, long scanned, long changed) {

    static RemovalTask begun(long job, boolean purge, RemovalWish wish) {
        return new RemovalTask(job, purge, wish, 0, 0, 0, 0);
    }
}
