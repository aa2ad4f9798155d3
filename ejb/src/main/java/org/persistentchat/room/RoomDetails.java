package org.persistentchat.room;

import java.time.Instant;
import java.util.List;
import org.persistentchat.identity.PersonId;

/**
 * What is known of a room besides who may do what in it.
 *
 * @param addIns in the order in which they are shown
 * @param changedBy who last changed what {@link Room#version} counts
 */
public record RoomDetails(
        InvitationPolicy invitations,
        List<AddInId> addIns,
        PersonId createdBy,
        Instant createdAt,
        PersonId changedBy,
        Instant changedAt) {

    /** Of a room that is being made. */
    static RoomDetails created(InvitationPolicy invitations, List<AddInId> addIns, PersonId by, Instant now) {
        return new RoomDetails(invitations, List.copyOf(addIns), by, now, by, now);
    }

    /** After a change. */
    RoomDetails changed(InvitationPolicy nowInvitations, List<AddInId> nowAddIns, PersonId by, Instant now) {
        return new RoomDetails(nowInvitations, List.copyOf(nowAddIns), createdBy, createdAt, by, now);
    }
}
