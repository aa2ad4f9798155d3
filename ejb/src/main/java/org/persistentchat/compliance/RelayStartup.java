package org.persistentchat.compliance;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Starts the relay with the application and stops it with it. */
@Singleton
@Startup
public class RelayStartup {

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource content;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    OutboxRelay relay;

    @PostConstruct
    void start() {
        relay.start(content, threads);
    }

    @PreDestroy
    void stop() {
        relay.stop();
    }
}
