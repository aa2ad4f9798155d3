package org.persistentchat.compliance;

/**
 * How far the archive is behind this server.
 *
 * @param batches committed and not confirmed by the archive
 * @param oldestSeconds age of the oldest of them, 0 if there is none
 * @param brokerAway the broker did not take the last message
 */
public record RelayLag(long batches, double oldestSeconds, boolean brokerAway) {}
