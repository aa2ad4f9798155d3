package org.persistentchat.directory;

import io.micrometer.core.instrument.MeterRegistry;
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
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;

/** Reads the outer directory now and then, and when somebody asks, if there is one. One thread; at most one request waits for it. */
@Singleton
@Startup
@DependsOn("ChangeStartup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DirectoryRuns {
    private static final long LOOKS_EVERY_SECONDS = 15;
    private static final long STOP_MILLIS = 5_000;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    LdapSettings settings;

    @Inject
    JtaTransactions transactions;

    @Inject
    GroupsInUse groups;

    @Inject
    ServerIdentity server;

    @Inject
    AuditLog audit;

    @Inject
    MeterRegistry metrics;

    private final Clock clock = Clock.systemUTC();
    private final BlockingQueue<DirectorySync.Wanted> requests = new ArrayBlockingQueue<>(1);
    private volatile boolean stopped;
    private @Nullable Thread thread;

    @PostConstruct
    void start() {
        if (settings.isConfigured()) {
            thread = threads.newThread(this::work);
            thread.setName("chat-directory");
            thread.start();
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        if (thread != null) {
            boolean ignored = requests.offer(new DirectorySync.Wanted(false, 0)); // wakes the thread
            try {
                thread.join(STOP_MILLIS);
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** How the last reading went, on whichever server. Administrators only. */
    public RunStatus status(Person by) {
        checkAdministrator(by);
        try {
            return read();
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /** Whether there is an outer directory. */
    public boolean isConfigured() {
        return settings.isConfigured();
    }

    /**
     * Has the directory read as soon as possible. Administrators only.
     *
     * @param whole everything, not only what has changed
     * @param force also if that removes more than is usual
     */
    public void request(Person by, boolean whole, boolean force) {
        checkAdministrator(by);
        if (!settings.isConfigured()) {
            throw new ChatException(ErrorCode.DIRECTORY_NOT_CONFIGURED, "No outer directory is configured.");
        }
        int percent = force ? 100 : settings.removalPercent;
        if (status(by).running() || !requests.offer(new DirectorySync.Wanted(whole || force, percent))) {
            throw new ChatException(ErrorCode.DIRECTORY_BUSY, "The directory is being read already.");
        }
        AuditState state = AuditState.of("whole", whole || force).and("force", force);
        audit.record(by, AuditAct.created("directory.read", AuditSubject.named("directory", "LDAP"), state));
    }

    private static void checkAdministrator(Person by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators administer the directory.");
        }
    }

    private void work() {
        DirectorySync sync =
                new DirectorySync(new LdapDirectory(settings), dataSource, transactions, groups.uses(), server.id());
        while (!stopped) {
            try {
                DirectorySync.@Nullable Wanted wanted = requests.poll(LOOKS_EVERY_SECONDS, TimeUnit.SECONDS);
                if (!stopped) {
                    wanted = wanted == null ? due() : wanted;
                    if (wanted != null && sync.run(wanted)) {
                        count();
                    }
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (SQLException | RuntimeException failure) {
                DirectoryLog.LOG.failed(String.valueOf(failure.getMessage()), failure);
            }
        }
    }

    /** What is to be read by now; null: nothing. */
    private DirectorySync.@Nullable Wanted due() throws SQLException {
        RunStatus status = read();
        Instant now = clock.instant();
        Instant since = status.startedAt().orElse(Instant.EPOCH);
        if (status.running()
                || since.plus(Duration.ofMinutes(settings.refreshMinutes)).isAfter(now)) {
            return null;
        }
        Instant whole = status.wholeAt().orElse(Instant.EPOCH);
        boolean all = !whole.plus(Duration.ofHours(settings.wholeHours)).isAfter(now);
        return new DirectorySync.Wanted(all, settings.removalPercent);
    }

    private RunStatus read() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return RunRow.status(connection, clock.instant());
        }
    }

    private void count() throws SQLException {
        RunStatus status = read();
        String name =
                status.outcome().equals("done") ? "persistentchat.directory.runs" : "persistentchat.directory.failures";
        metrics.counter(name).increment();
        metrics.counter("persistentchat.directory.changes")
                .increment(status.counts().created()
                        + status.counts().changed()
                        + status.counts().removed()
                        + status.counts().memberships());
        metrics.counter("persistentchat.directory.skipped")
                .increment(status.counts().skipped());
        if (status.startedAt().isPresent() && status.endedAt().isPresent()) {
            metrics.timer("persistentchat.directory.time")
                    .record(Duration.between(
                            status.startedAt().get(), status.endedAt().get()));
        }
    }
}
