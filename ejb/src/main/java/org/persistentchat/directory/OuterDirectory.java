package org.persistentchat.directory;

/** The port to a directory outside of the product, that people and groups come from. */
public interface OuterDirectory {

    /** Connects for one reading. */
    DirectoryReading open() throws DirectoryException;
}
