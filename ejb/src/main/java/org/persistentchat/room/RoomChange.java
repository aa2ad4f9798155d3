package org.persistentchat.room;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.identity.PersonId;

/** What is to be changed of a room; null stays as it is. */
public record RoomChange(
        @Nullable String name,
        @Nullable String description,
        @Nullable Privacy privacy,
        @Nullable RoomType type,
        @Nullable InvitationPolicy invitations,
        @Nullable Boolean disabled,
        @Nullable List<AddInId> addIns) {

    Room of(Room before, PersonId by, Instant now) {
        RoomDetails details = before.details();
        return new Room(
                before.id(),
                name == null ? before.name() : name,
                description == null ? before.description() : description,
                before.category(),
                privacy == null ? before.privacy() : privacy,
                type == null ? before.type() : type,
                disabled == null ? before.disabled() : disabled,
                before.members(),
                before.managers(),
                before.presenters(),
                before.version(),
                details.changed(
                        invitations == null ? details.invitations() : invitations,
                        addIns == null ? details.addIns() : addIns,
                        by,
                        now));
    }
}
