package org.persistentchat.compliance;

import java.time.Instant;

/**
 * Records that the archive refused, kept until they are replayed.
 *
 * @param serverId the server that wrote them
 * @param batchId their batch there
 * @param createdAt when they were committed
 * @param refusedAt when the archive refused them
 * @param reason why, without what they hold
 * @param records how many
 */
public record DeadLetter(
        int serverId, long batchId, Instant createdAt, Instant refusedAt, String reason, int records) {}
