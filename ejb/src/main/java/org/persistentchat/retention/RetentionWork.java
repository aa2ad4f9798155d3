package org.persistentchat.retention;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.expiry.ArchiveExpiry;
import org.persistentchat.hold.HoldGate;
import org.persistentchat.identity.Person;
import org.persistentchat.journal.Journal;
import org.persistentchat.room.RoomDirectory;

/** Applies the rules, unless another server is at it. A run that a server did not finish is done again from where the messages and records are. */
@ApplicationScoped
public class RetentionWork {
    static final String MESSAGES = "persistentchat.retention.messages";
    static final String RECORDS = "persistentchat.retention.records";
    static final String FAILURES = "persistentchat.retention.failures";

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    ServerIdentity server;

    @Inject
    RoomDirectory rooms;

    @Inject
    Journal journal;

    @Inject
    AuditLog audit;

    @Inject
    Instance<ArchiveExpiry> archive;

    @Inject
    MeterRegistry metrics;

    private final Clock clock = Clock.systemUTC();
    private Optional<Done> done = Optional.empty();
    private volatile boolean stopping;

    /** Of this day and this version of holds and rules the archive has nothing left to remove. */
    private record Done(LocalDate day, long version) {}

    /** A run ends after the step that it is at. */
    void stop() {
        stopping = true;
    }

    /** Messages that have expired are purged. Blocks. */
    RunTable.Outcome content() {
        RunTable table = new RunTable(dataSource, server.name());
        ContentRun run = new ContentRun(dataSource, journal::post, sofar -> goesOn(table, Store.CONTENT, sofar));
        try {
            if (stopping || !table.begin(Store.CONTENT, clock.instant())) {
                return RunTable.Outcome.NOTHING;
            }
            run.run(rooms.rooms(), clock.instant());
            ended(table, Store.CONTENT, run.outcome(), null);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException failure) {
            ended(table, Store.CONTENT, run.outcome(), failure);
        }
        metrics.counter(MESSAGES).increment((double) run.outcome().removed());
        return run.outcome();
    }

    /** Records that have expired are removed from the archive. Blocks. Once a day, and after each change of holds and rules. */
    RunTable.Outcome archive() {
        if (stopping || !archive.isResolvable()) {
            return RunTable.Outcome.NOTHING;
        }
        RunTable table = new RunTable(dataSource, server.name());
        ArchiveRun run = new ArchiveRun(dataSource, archive.get(), sofar -> goesOn(table, Store.ARCHIVE, sofar));
        try {
            Instant now = clock.instant();
            RetentionRules rules;
            Done goal;
            try (Connection connection = dataSource.getConnection()) {
                goal = new Done(LocalDate.ofInstant(now, ZoneOffset.UTC), HoldGate.version(connection));
                rules = new RuleTable(connection).rules();
            }
            if (done.filter(goal::equals).isPresent() || !table.begin(Store.ARCHIVE, now)) {
                return RunTable.Outcome.NOTHING;
            }
            run.run(new ArchiveLimits(rules, rooms::find), now);
            ended(table, Store.ARCHIVE, run.outcome(), null);
            done = stopping ? Optional.empty() : Optional.of(goal);
        } catch (SQLException | RuntimeException failure) {
            ended(table, Store.ARCHIVE, run.outcome(), failure);
        }
        metrics.counter(RECORDS).increment((double) run.outcome().removed());
        return run.outcome();
    }

    private boolean goesOn(RunTable table, Store store, RunTable.Outcome sofar) throws SQLException {
        return !stopping && table.goOn(store, sofar, clock.instant());
    }

    private void ended(RunTable table, Store store, RunTable.Outcome outcome, @Nullable Exception failure) {
        String name = store.name().toLowerCase(Locale.ROOT);
        if (failure != null) {
            metrics.counter(FAILURES).increment();
            RetentionLog.LOG.notApplied(name, failure);
        } else if (outcome.removed() > 0) {
            RetentionLog.LOG.applied(outcome.removed(), name, outcome.held());
        }
        try {
            table.finish(
                    store, outcome, failure == null ? null : String.valueOf(failure.getMessage()), clock.instant());
        } catch (SQLException away) {
            RetentionLog.LOG.notApplied(name, away);
        }
    }

    /** Writes down what a run removed. */
    @Transactional
    public void audit(Store store, long removed, long held) {
        AuditSubject subject = AuditSubject.named("retention", store.name().toLowerCase(Locale.ROOT));
        AuditState state = AuditState.of("removed", removed).and("held", held);
        audit.record(Person.product(), AuditAct.created("retention.run", subject, state));
    }
}
