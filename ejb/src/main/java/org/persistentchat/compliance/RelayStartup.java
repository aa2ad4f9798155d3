package org.persistentchat.compliance;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import javax.sql.DataSource;

/** Starts the relay with the application and stops it with it. */
@Singleton
@Startup
public class RelayStartup {

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource content;

    @Resource
    ManagedThreadFactory threads;

    /** Injected, not looked up: so the server ends its pool of connections after the application that uses one. */
    @Resource(lookup = "java:/jms/ComplianceConnectionFactory")
    ConnectionFactory broker;

    @Resource(lookup = "java:/jms/queue/ComplianceRecords")
    Queue archive;

    @Inject
    OutboxRelay relay;

    @PostConstruct
    void start() {
        relay.start(content, new JmsRecordChannel(broker, archive), threads);
    }

    @PreDestroy
    void stop() {
        relay.stop();
    }
}
