package org.persistentchat.identity;

/** A token was revoked: what was opened with it must end. Fired as a CDI event after the revocation is stored. */
public record TokenRevoked(String tokenId) {}
