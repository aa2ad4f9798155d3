package org.persistentchat.room;

import java.util.Set;

/**
 * A container of rooms with a scope: the people who may be in its rooms at all. A denied principal is out of scope even when allowed.
 *
 * @param invitations whether rooms may invite
 * @param fileUpload whether files may be uploaded
 * @param chatHistory whether messages are kept for users
 */
public record Category(
        CategoryId id,
        String name,
        String description,
        boolean invitations,
        boolean fileUpload,
        boolean chatHistory,
        Set<Principal> allowed,
        Set<Principal> denied,
        Set<Principal> creators) {}
