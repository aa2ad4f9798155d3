package org.persistentchat.room;

/**
 * An entry of a list as people read it.
 *
 * @param principal as requests name it
 * @param name display name of a person, name of a group
 */
public record NamedPrincipal(String principal, String name) {}
