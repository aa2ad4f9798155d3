package org.persistentchat.compliance.record;

/**
 * The room as it was called when it happened; later renaming changes no record.
 *
 * @param id stable identity
 * @param name name at that time
 * @param category name of its category at that time
 */
public record RecordedRoom(String id, String name, String category) {}
