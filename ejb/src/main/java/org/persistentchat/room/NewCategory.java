package org.persistentchat.room;

import java.util.List;

/** A category to be created. Principals are named {@code person:ACCOUNT}, {@code group:NAME} or {@code unit:NAME}. */
public record NewCategory(
        String name,
        String description,
        boolean invitations,
        boolean fileUpload,
        boolean chatHistory,
        List<String> allowed,
        List<String> denied,
        List<String> creators) {}
