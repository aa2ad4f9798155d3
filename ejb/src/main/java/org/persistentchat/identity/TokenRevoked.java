package org.persistentchat.identity;

/**
 * An access token was signed out: whatever was opened with it ends. A CDI event.
 *
 * @param elsewhere on another server of the pool
 */
public record TokenRevoked(String tokenId, boolean elsewhere) {
    /** On this server. */
    public TokenRevoked(String tokenId) {
        this(tokenId, false);
    }
}
