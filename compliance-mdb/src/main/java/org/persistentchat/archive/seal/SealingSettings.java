package org.persistentchat.archive.seal;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What an operator may change about sealing.
 *
 * @param keyFile private key of this server ({@code persistentchat.compliance.signing-key-file})
 * @param checkpoints directory of signed checkpoints ({@code persistentchat.compliance.checkpoint-directory})
 * @param checkpointEvery how often one is written ({@code persistentchat.compliance.checkpoint-seconds})
 * @param sealEvery how often a chunk is closed ({@code persistentchat.compliance.seal-millis})
 */
public record SealingSettings(Path keyFile, Path checkpoints, Duration checkpointEvery, Duration sealEvery) {

    private static final int LEAST_MILLIS = 100;

    public SealingSettings {
        if (sealEvery.toMillis() < LEAST_MILLIS || checkpointEvery.isNegative()) {
            throw new IllegalArgumentException(
                    "persistentchat.compliance: seal-millis is at least 100, checkpoint-seconds not negative");
        }
    }
}
