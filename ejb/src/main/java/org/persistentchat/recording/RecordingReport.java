package org.persistentchat.recording;

/**
 * What a server says of recording.
 *
 * @param scope what officers decided
 * @param installed whether the installation of this server records at all
 * @param batches that wait in this server's outbox
 * @param oldestSeconds how long the oldest of them has waited
 * @param brokerAway whether the broker did not take the last message
 * @param full whether this server's outbox is at its bound
 * @param deadLetters of all servers, refused by the archive and not replayed
 */
public record RecordingReport(
        Scope scope,
        boolean installed,
        long batches,
        double oldestSeconds,
        boolean brokerAway,
        boolean full,
        long deadLetters) {}
