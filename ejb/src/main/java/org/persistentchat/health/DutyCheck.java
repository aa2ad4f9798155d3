package org.persistentchat.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.persistentchat.pool.OwnDuty;

/** Ready while this server takes clients: a load balancer turns away from one that is draining or standby, without calling it broken. */
@Readiness
@ApplicationScoped
public class DutyCheck implements HealthCheck {
    @Inject
    OwnDuty own;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("duty")
                .status(own.takesClients())
                .withData("duty", own.duty().label())
                .withData("suspended", own.isSuspended())
                .build();
    }
}
