package org.persistentchat.hold;

import java.time.Instant;

/**
 * A record of the archive that may be held.
 *
 * @param text all that it holds of texts, each in a line of its own
 */
public record HeldRecord(String room, String account, Instant at, String text) {}
