package org.persistentchat.identity;

import java.time.Instant;

/**
 * A signed token of a signed-in person.
 *
 * @param text what the client sends as bearer token (RFC 6750)
 * @param id identifies the token for revocation
 */
public record AccessToken(String text, String id, Person person, Instant expiresAt) {}
