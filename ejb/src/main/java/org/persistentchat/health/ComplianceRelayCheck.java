package org.persistentchat.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.persistentchat.compliance.OutboxRelay;
import org.persistentchat.compliance.RelayLag;

/**
 * Says how far the archive is behind, and whether the broker takes messages. The chat goes on without either, so that the server is ready all the same, unless
 * the installation sets a bound to the lag.
 */
@Readiness
@ApplicationScoped
public class ComplianceRelayCheck implements HealthCheck {
    @Inject
    OutboxRelay relay;

    @Inject
    @ConfigProperty(name = "persistentchat.compliance.ready-lag-seconds", defaultValue = "0")
    int bound;

    @Override
    public HealthCheckResponse call() {
        RelayLag lag = relay.lag();
        return HealthCheckResponse.named("compliance-relay")
                .status(bound <= 0 || lag.oldestSeconds() <= bound)
                .withData("batches", lag.batches())
                .withData("oldestSeconds", (long) lag.oldestSeconds())
                .withData("broker", lag.brokerAway() ? "away" : "reached")
                .build();
    }
}
