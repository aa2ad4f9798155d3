package org.persistentchat.retention;

/** Where things are kept. */
public enum Store {
    /** The content database: what people see. */
    CONTENT,
    /** The compliance database. */
    ARCHIVE
}
