package org.persistentchat.room;

import java.util.List;

/** A room to be created. Principals are named {@code person:ACCOUNT}, {@code group:NAME} or {@code unit:NAME}. */
public record NewRoom(
        String name,
        String description,
        CategoryId category,
        Privacy privacy,
        RoomType type,
        InvitationPolicy invitations,
        List<AddInId> addIns,
        List<String> members,
        List<String> managers,
        List<String> presenters) {}
