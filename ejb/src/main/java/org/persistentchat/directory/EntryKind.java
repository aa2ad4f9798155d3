package org.persistentchat.directory;

/** What is read of a directory. Names are stored. */
public enum EntryKind {
    UNIT,
    GROUP,
    PERSON
}
