package org.persistentchat.change;

/** What a change is about, and what its subject is. Names are stored. */
public enum ChangeKind {
    /** A person was created, changed or deactivated; the subject is the person. */
    PERSON,
    /** The groups of a principal changed; the subject is the member. */
    MEMBERSHIP,
    /** A group or unit was created, renamed or deleted; the subject is the group. */
    GROUP,
    /** A category or its lists changed; the subject is the category. */
    CATEGORY,
    /** A room or its lists changed, or it was deleted; the subject is the room. */
    ROOM,
    /** An add-in was created, changed or deleted; the subject is the add-in. */
    ADD_IN,
    /** Somebody was invited to a room; the subject is the room. */
    INVITATION,
    /** Configuration changed; the subject has no meaning. */
    CONFIGURATION,
    /** Which rooms a person follows changed; the subject is the person. */
    FOLLOWS,
    /** A server of the pool was given another duty; the subject is its number. */
    SERVER
}
