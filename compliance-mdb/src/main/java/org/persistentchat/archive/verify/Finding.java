package org.persistentchat.archive.verify;

/**
 * Something that is not as it was sealed.
 *
 * @param kind what is wrong
 * @param chunk number of the chunk, 0 when none can be named
 * @param position in the archive, 0 when none can be named
 * @param what the record's identity, or what else there is to say
 */
public record Finding(Kind kind, long chunk, long position, String what) {

    /** What can be wrong. */
    public enum Kind {
        /** A record's content is not what was sealed. */
        RECORD_CHANGED,
        /** A record that was sealed is not there. */
        RECORD_REMOVED,
        /** A record is there that nobody stored. */
        RECORD_INSERTED,
        /** Records are in another order. */
        RECORD_MOVED,
        /** A position is missing, or is there twice. */
        POSITION,
        /** The leaf hash of a record that is itself unchanged was changed. */
        LEAF_CHANGED,
        /** Records and leaves of a chunk agree with each other and not with the chunk: they were changed together. */
        CHUNK_CONTENT,
        /** What a chunk says of itself is not what was hashed. */
        CHUNK_CHANGED,
        /** A chunk is missing, or does not follow the one before it. */
        CHAIN_BROKEN,
        /** An act of retention is not of a key that is trusted, or not of this archive: it removed nothing. */
        EXPIRY,
        /** A signature is not of a key that is trusted, or not of this chunk: somebody without the key made the chain anew. */
        SIGNATURE,
        /** The archive does not reach, or does not contain, what a signed checkpoint shows that it had. */
        CHECKPOINT,
        /** A file of a package is not what was put into it. */
        FILE_CHANGED,
        /** A file of a package is not there. */
        FILE_REMOVED,
        /** A file is in a package that was not put into it. */
        FILE_ADDED,
        /** Files of a package are in another order. */
        FILE_MOVED,
        /** A package's manifest is not what was signed, or not signed with a trusted key. */
        MANIFEST,
        /** The file ends before its end, or cannot be read. */
        DAMAGED
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.name());
        if (chunk != 0) {
            text.append(" chunk ").append(chunk);
        }
        if (position != 0) {
            text.append(" position ").append(position);
        }
        return text.append(": ").append(what).toString();
    }
}
