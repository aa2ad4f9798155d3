package org.persistentchat.retention;

import org.persistentchat.id.OpaqueId;

/**
 * What a rule is for. The narrowest that says something counts.
 *
 * @param id of the category or room, 0 for everything
 */
public record RetentionScope(Kind kind, long id) {
    public static final RetentionScope GLOBAL = new RetentionScope(Kind.GLOBAL, 0);

    /** From wide to narrow. */
    public enum Kind {
        GLOBAL,
        CATEGORY,
        ROOM
    }

    public static RetentionScope category(long id) {
        return new RetentionScope(Kind.CATEGORY, id);
    }

    public static RetentionScope room(long id) {
        return new RetentionScope(Kind.ROOM, id);
    }

    /** {@code global}, {@code category:ID} or {@code room:ID}. */
    public String text() {
        return switch (kind) {
            case GLOBAL -> "global";
            case CATEGORY -> "category:" + OpaqueId.encode(id);
            case ROOM -> "room:" + OpaqueId.encode(id);
        };
    }
}
