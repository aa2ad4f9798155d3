package org.persistentchat.principal;

import org.persistentchat.id.FoldedName;

/** A place in the order of groups, by kind and folded name. Its text is what clients get as {@code next}. */
record GroupPlace(String kind, String folded) {
    private static final GroupPlace FIRST = new GroupPlace("", "");

    static GroupPlace of(Group group) {
        return new GroupPlace(group.kind().name(), FoldedName.of(group.name()));
    }

    /** The place whose {@link #text} is given; the first for anything else. */
    static GroupPlace parse(String text) {
        for (GroupKind kind : GroupKind.values()) {
            if (text.startsWith(kind.prefix())) {
                return new GroupPlace(kind.name(), text.substring(kind.prefix().length()));
            }
        }
        return FIRST;
    }

    String text() {
        return GroupKind.valueOf(kind).prefix() + folded;
    }
}
