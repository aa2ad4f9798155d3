package org.persistentchat.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;

/** Whether what happens is recorded for the archive. Read once at start. */
@ApplicationScoped
public class Compliance {

    private final ComplianceSettings settings = ComplianceSettings.of(ConfigProvider.getConfig());

    /** When false the journal writes no outbox rows. */
    public boolean enabled() {
        return settings.enabled();
    }

    ComplianceSettings settings() {
        return settings;
    }
}
