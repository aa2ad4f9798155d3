package org.persistentchat.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the content database answers: without it nothing can be posted. */
@Readiness
@ApplicationScoped
public class ContentDatabaseCheck implements HealthCheck {
    private static final String NAME = "content-database";
    private static final int TIMEOUT_SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = dataSource.getConnection()) {
            return HealthCheckResponse.named(NAME)
                    .status(connection.isValid(TIMEOUT_SECONDS))
                    .build();
        } catch (SQLException down) {
            return HealthCheckResponse.named(NAME).down().build();
        }
    }
}
