package org.persistentchat.room;

import org.persistentchat.principal.PrincipalSet;

/**
 * A container of rooms with a scope: the people who may be in its rooms at all. A denied principal is out of scope even when allowed.
 *
 * @param invitations whether rooms may invite
 * @param fileUpload whether files may be uploaded
 * @param chatHistory whether messages are kept for users
 * @param version rises with every change
 */
public record Category(
        CategoryId id,
        String name,
        String description,
        boolean invitations,
        boolean fileUpload,
        boolean chatHistory,
        PrincipalSet allowed,
        PrincipalSet denied,
        PrincipalSet creators,
        int version) {

    /** The list of one of the relations that a category has. */
    public PrincipalSet list(Relation relation) {
        return switch (relation) {
            case ALLOWED -> allowed;
            case DENIED -> denied;
            case CREATOR -> creators;
            default -> throw new IllegalArgumentException("A category has no list " + relation);
        };
    }
}
