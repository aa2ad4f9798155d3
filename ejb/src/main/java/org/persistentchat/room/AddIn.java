package org.persistentchat.room;

/**
 * A named address that rooms may show beside the conversation.
 *
 * @param url absolute, https
 * @param version rises with every change
 */
public record AddIn(AddInId id, String name, String url, int version) {}
