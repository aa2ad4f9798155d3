package org.persistentchat.compliance;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * What an operator may change about the way to the archive.
 *
 * @param enabled whether anything is recorded ({@code persistentchat.compliance.enabled})
 * @param resendAfter how long the archive may take to confirm ({@code persistentchat.compliance.resend-seconds})
 * @param sweepEvery how often the outbox is read ({@code persistentchat.compliance.sweep-seconds})
 * @param gather how long batches are collected into one message, unless it is full before ({@code persistentchat.compliance.gather-millis})
 * @param outboxBound how many batches of this server may wait in its outbox, 0 for any number ({@code persistentchat.compliance.outbox-bound})
 * @param refuseAtBound whether posts are refused at that bound, or only an alarm is raised ({@code persistentchat.compliance.at-outbox-bound})
 * @param messageBytes size of one message; a larger batch travels alone
 * @param inFlightBytes sent and not confirmed
 * @param waitingBytes kept in memory to be sent; the rest waits in the outbox
 */
public record ComplianceSettings(
        boolean enabled,
        Duration resendAfter,
        Duration sweepEvery,
        Duration gather,
        long outboxBound,
        boolean refuseAtBound,
        int messageBytes,
        int inFlightBytes,
        int waitingBytes) {

    /** For one server with 1 GiB of memory. */
    public static final ComplianceSettings DEFAULT = new ComplianceSettings(
            true,
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofMillis(500),
            1_000_000,
            false,
            256 * 1024,
            4 * 1024 * 1024,
            8 * 1024 * 1024);

    /** The defaults, changed by what {@code config} says. */
    public static ComplianceSettings of(Config config) {
        return new ComplianceSettings(
                config.getOptionalValue("persistentchat.compliance.enabled", Boolean.class)
                        .orElse(DEFAULT.enabled),
                config.getOptionalValue("persistentchat.compliance.resend-seconds", Long.class)
                        .map(Duration::ofSeconds)
                        .orElse(DEFAULT.resendAfter),
                config.getOptionalValue("persistentchat.compliance.sweep-seconds", Long.class)
                        .map(Duration::ofSeconds)
                        .orElse(DEFAULT.sweepEvery),
                config.getOptionalValue("persistentchat.compliance.gather-millis", Long.class)
                        .map(Duration::ofMillis)
                        .orElse(DEFAULT.gather),
                config.getOptionalValue("persistentchat.compliance.outbox-bound", Long.class)
                        .orElse(DEFAULT.outboxBound),
                config.getOptionalValue("persistentchat.compliance.at-outbox-bound", String.class)
                        .map(ComplianceSettings::refuses)
                        .orElse(DEFAULT.refuseAtBound),
                DEFAULT.messageBytes,
                DEFAULT.inFlightBytes,
                DEFAULT.waitingBytes);
    }

    private static boolean refuses(String atBound) {
        return switch (atBound) {
            case "refuse" -> true;
            case "continue" -> false;
            default ->
                throw new IllegalArgumentException(
                        "persistentchat.compliance.at-outbox-bound is continue or refuse, not " + atBound);
        };
    }

    public ComplianceSettings {
        if (resendAfter.isNegative() || resendAfter.isZero() || sweepEvery.isNegative() || sweepEvery.isZero()) {
            throw new IllegalArgumentException("persistentchat.compliance: resend and sweep are at least one second");
        }
        if (outboxBound < 0) {
            throw new IllegalArgumentException("persistentchat.compliance.outbox-bound is not negative");
        }
        if (gather.isNegative() || gather.compareTo(resendAfter) >= 0) {
            throw new IllegalArgumentException("persistentchat.compliance: gather is shorter than resend");
        }
    }
}
