package org.persistentchat.directory;

/**
 * What was taken over of an entry.
 *
 * @param key digest of its id in the directory
 * @param name digest of its distinguished name
 * @param fingerprint digest of all that was taken over
 * @param gone whether the directory does not have it any more
 */
record Known(Digest key, long principal, EntryKind kind, Digest name, Digest fingerprint, boolean gone) {}
