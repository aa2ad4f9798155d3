package org.persistentchat.principal;

/** What kind of a collection of people it is. Names are stored. */
public enum GroupKind {
    GROUP("group:"),
    /** An organisational unit of a directory. */
    UNIT("unit:");

    private final String prefix;

    GroupKind(String prefix) {
        this.prefix = prefix;
    }

    /** What stands before the name in requests. */
    public String prefix() {
        return prefix;
    }
}
