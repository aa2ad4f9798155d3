package org.persistentchat.principal;

import java.time.Instant;
import org.persistentchat.id.OpaqueId;
import org.persistentchat.identity.Source;

/**
 * A group as administrators see it.
 *
 * @param members how many are named in it, not counting those in groups within it
 * @param version rises with every change of the group or its members
 */
public record GroupDetails(
        Group group,
        String description,
        Source source,
        long members,
        Instant createdAt,
        Instant changedAt,
        int version) {

    /** The form of its id that clients see. */
    public String id() {
        return OpaqueId.encode(group.principal().value());
    }
}
