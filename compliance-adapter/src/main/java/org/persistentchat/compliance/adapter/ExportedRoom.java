package org.persistentchat.compliance.adapter;

/**
 * A room as it was called when something happened there.
 *
 * @param id stable identity; empty for what belongs to no room
 * @param name name at that time
 * @param category name of its category at that time
 */
public record ExportedRoom(String id, String name, String category) {}
