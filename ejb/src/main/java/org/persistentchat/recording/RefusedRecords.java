package org.persistentchat.recording;

import java.time.Instant;

/**
 * Records that the archive could not take.
 *
 * @param id names them
 * @param server number of the server that wrote them
 * @param committedAt when they were committed
 * @param refusedAt when the archive refused them
 * @param reason why
 * @param records how many, 0 when they cannot be read
 */
public record RefusedRecords(
        String id, int server, Instant committedAt, Instant refusedAt, String reason, int records) {}
