package org.persistentchat.room;

import java.util.List;

/** How a principal stands to a category (the first three) or to a room. Names are stored. */
public enum Relation {
    ALLOWED("allowed"),
    DENIED("denied"),
    CREATOR("creators"),
    MEMBER("members"),
    MANAGER("managers"),
    PRESENTER("presenters");

    /** Of a category. */
    public static final List<Relation> OF_CATEGORIES = List.of(ALLOWED, DENIED, CREATOR);

    /** Of a room. */
    public static final List<Relation> OF_ROOMS = List.of(MEMBER, MANAGER, PRESENTER);

    private final String list;

    Relation(String list) {
        this.list = list;
    }

    /** The name of the list as clients see it. */
    public String list() {
        return list;
    }
}
