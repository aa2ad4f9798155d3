package org.persistentchat.archive.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this server's operator says about sealing. */
@ApplicationScoped
public class SealingSettingsBean {

    @Inject
    @ConfigProperty(name = "persistentchat.compliance.signing-key-file")
    Optional<String> signingKeyFile;

    @Inject
    @ConfigProperty(name = "persistentchat.compliance.checkpoint-directory")
    Optional<String> checkpointDirectory;

    @Inject
    @ConfigProperty(name = "persistentchat.compliance.checkpoint-seconds", defaultValue = "60")
    long checkpointSeconds;

    @Inject
    @ConfigProperty(name = "persistentchat.compliance.seal-millis", defaultValue = "1000")
    long sealMillis;

    /** Checked. */
    public SealingSettings settings() {
        Path own = Path.of(System.getProperty("jboss.server.data.dir", "."), "persistent-chat-archive");
        return new SealingSettings(
                signingKeyFile.map(Path::of).orElse(own.resolve("signing-key.pem")),
                checkpointDirectory.map(Path::of).orElse(own.resolve("checkpoints")),
                Duration.ofSeconds(checkpointSeconds),
                Duration.ofMillis(sealMillis));
    }
}
