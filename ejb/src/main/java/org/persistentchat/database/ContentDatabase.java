package org.persistentchat.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;

/**
 * The content database, ready to use: migrated by one server at a time (the migration holds a lock in the database), and validated
 * against the entities. Beans that use the database at start depend on this one.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ContentDatabase {

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @PersistenceUnit(unitName = "content")
    EntityManagerFactory entityManagers;

    @Inject
    RegisteredServer server;

    @PostConstruct
    void prepare() {
        try {
            server.is(ready());
        } catch (RuntimeException failure) {
            server.failed(failure);
            throw failure;
        }
    }

    private ServerIdentity ready() {
        Flyway flyway = Flyway.configure(ContentDatabase.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/content")
                .load();
        int migrations = flyway.migrate().migrationsExecuted;
        DatabaseLog.LOG.contentMigrated(String.valueOf(flyway.info().current().getVersion()), migrations);
        entityManagers.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
        try {
            return ServerRegistration.register(dataSource, System.getProperty("jboss.node.name", "server"));
        } catch (SQLException failure) {
            throw new IllegalStateException("This server cannot be registered in the content database", failure);
        }
    }
}
