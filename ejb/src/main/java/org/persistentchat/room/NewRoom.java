package org.persistentchat.room;

import java.util.List;

/** A room to be created. Principals are named {@code person:ACCOUNT} or {@code group:everyone}. */
public record NewRoom(
        String name,
        String description,
        CategoryId category,
        Privacy privacy,
        RoomType type,
        List<String> members,
        List<String> managers,
        List<String> presenters) {}
