package org.persistentchat.archive;

import jakarta.persistence.Persistence;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.MigrateResult;

/** The schema of the compliance database: brought up to date by one server at a time, then held against the entity. */
final class ArchiveSchema {

    private static final String UNIT = "compliance";

    private ArchiveSchema() {}

    /** Runs the migrations that are missing, under a lock in the database, and returns the version reached. */
    static String migrate(DataSource database) {
        Flyway flyway = Flyway.configure(ArchiveSchema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/compliance")
                .load();
        MigrateResult result = flyway.migrate();
        return result.targetSchemaVersion == null
                ? String.valueOf(MigrationVersion.fromVersion(String.valueOf(result.initialSchemaVersion)))
                : result.targetSchemaVersion;
    }

    /** Fails when table and entity differ. The unit is made for this and closed: the archive writes by JDBC. */
    static void validate() {
        Persistence.createEntityManagerFactory(UNIT).close();
    }
}
