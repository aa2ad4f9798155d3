package org.persistentchat.change;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The change thread of this server; everything in memory has been loaded when it is up. */
@Singleton
@Startup
@DependsOn("ContentDatabase")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ChangeFeed {
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long STOP_MILLIS = 5_000;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    @Any
    Instance<ChangeFollower> followers;

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

    /** The number of the change that all memory of this server has followed at least. One volatile read. */
    public long followed() {
        return following.followed();
    }

    /** Returns when change {@code number} has been followed, or after some seconds if the database is away. False then. */
    public boolean follow(long number) {
        try {
            return following.await(number, PATIENCE_MILLIS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns when all that was changed before the call has been followed; false if the database is away. */
    public boolean followAll() {
        try (Connection connection = dataSource.getConnection()) {
            return follow(ChangeTable.head(connection));
        } catch (SQLException away) {
            return false;
        }
    }

    /** Has the change thread look at once, and does not wait for it. */
    public void look() {
        following.look();
    }
}
