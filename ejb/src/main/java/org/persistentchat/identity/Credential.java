package org.persistentchat.identity;

/**
 * Who is calling, and by which token.
 *
 * @param tokenId id of the token that the call (or the ticket's buyer) presented; empty if a password was presented
 */
public record Credential(Person person, String tokenId) {}
