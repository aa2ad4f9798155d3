package org.persistentchat.archive.api;

/** Says how the archive is. */
public interface ArchiveWatch {

    /** How it is now, from its own tables; {@code reachable} is false, and all else empty, while it cannot be asked. */
    ArchiveState state();
}
