package org.persistentchat.room;

import org.jspecify.annotations.Nullable;

/** What is to be changed of a category; null stays as it is. */
public record CategoryChange(
        @Nullable String name,
        @Nullable String description,
        @Nullable Boolean invitations,
        @Nullable Boolean fileUpload,
        @Nullable Boolean chatHistory) {

    Category of(Category before) {
        return new Category(
                before.id(),
                name == null ? before.name() : name,
                description == null ? before.description() : description,
                invitations == null ? before.invitations() : invitations,
                fileUpload == null ? before.fileUpload() : fileUpload,
                chatHistory == null ? before.chatHistory() : chatHistory,
                before.allowed(),
                before.denied(),
                before.creators(),
                before.version());
    }
}
