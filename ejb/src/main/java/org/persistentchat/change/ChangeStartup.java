package org.persistentchat.change;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Loads everything into memory and starts the change thread; both are done when it is up. */
@Singleton
@Startup
@DependsOn("ContentDatabase")
@TransactionManagement(TransactionManagementType.BEAN)
public class ChangeStartup {
    private static final long STOP_MILLIS = 5_000;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    @Any
    Instance<ChangeFollower> followers;

    @Inject
    ChangeFeed feed;

    private ChangeThread following;
    private Thread thread;

    @PostConstruct
    void start() {
        long begun = System.nanoTime();
        List<ChangeFollower> all = followers.stream().toList();
        following = new ChangeThread(dataSource, all);
        following.load();
        ChangesLog.LOG.loaded(following.followed(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        thread = threads.newThread(following);
        thread.setName("chat-changes");
        thread.start();
        feed.follows(following);
    }

    @PreDestroy
    void stop() {
        following.stop();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
