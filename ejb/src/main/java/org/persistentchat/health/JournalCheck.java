package org.persistentchat.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.persistentchat.journal.Journal;

/** Ready while every writer of the journal lives: a room whose writer has ended takes no post. */
@Readiness
@ApplicationScoped
public class JournalCheck implements HealthCheck {
    @Inject
    Journal journal;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("journal").status(journal.isWriting()).build();
    }
}
