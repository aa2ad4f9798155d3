package org.persistentchat.room;

/** How a principal stands to a category (the first three) or to a room. Names are stored. */
public enum Relation {
    ALLOWED,
    DENIED,
    CREATOR,
    MEMBER,
    MANAGER,
    PRESENTER
}
