package org.persistentchat.principal;

/**
 * Somebody named in a group.
 *
 * @param label as requests name them: {@code person:ACCOUNT}, {@code group:NAME}, {@code unit:NAME}
 * @param name what people call them
 */
public record GroupMember(Principal principal, String label, String name) {}
