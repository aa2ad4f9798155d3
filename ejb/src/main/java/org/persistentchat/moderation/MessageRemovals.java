package org.persistentchat.moderation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.OpaqueId;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;
import org.persistentchat.room.Room;
import org.persistentchat.stream.Delivery;

/**
 * Purges and removals: each is asked for by an administrator, audited, and done in the background through the journal, so that every client
 * sees it at once and compliance gets what was there. One at a time on each server.
 */
@ApplicationScoped
public class MessageRemovals {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    AuditLog audit;

    @Inject
    ServerIdentity server;

    @Inject
    Delivery delivery;

    @Inject
    RemovalWork work;

    private final Clock clock = Clock.systemUTC();
    private final AtomicBoolean busy = new AtomicBoolean();

    @PostConstruct
    void start() {
        try {
            new JobTable(dataSource).interrupt(server.id(), now());
        } catch (SQLException failure) {
            ModerationLog.LOG.jobFailed(failure);
        }
    }

    /** Refuses who is no administrator. */
    public void checkAllowed(Person by) {
        checkAdministrator(by);
    }

    /** What a removal would change. Administrators only. */
    public Found find(Person by, Removal removal) {
        checkAdministrator(by);
        return work.find(by, removal);
    }

    /** How many messages a purge would remove. Administrators only. */
    public long count(Person by, Room room, Instant before) {
        checkAdministrator(by);
        return work.count(room, before);
    }

    /** Begins to purge a room of what was said before a time. Administrators only. */
    @Transactional
    public JobState purge(Person by, Room room, Instant before) {
        checkAdministrator(by);
        AuditSubject subject = AuditSubject.of("room", room.id().value(), room.name());
        AuditState state = AuditState.of("before", before.toString());
        return begin(by, AuditAct.created("room.purge", subject, state), job -> work.purge(job, by, room, before));
    }

    /** Begins to remove messages, or to replace words. Administrators only. */
    @Transactional
    public JobState remove(Person by, Removal removal, AuditState asked) {
        checkAdministrator(by);
        String action = removal.replacement().isPresent() ? "message.replace" : "message.remove";
        AuditSubject subject = AuditSubject.named("messages", removal.rooms().isEmpty() ? "everywhere" : "rooms");
        return begin(by, AuditAct.created(action, subject, asked), job -> work.remove(job, by, removal));
    }

    /** How far a purge or removal is. Administrators only. */
    public JobState state(Person by, long job) {
        checkAdministrator(by);
        try {
            return new JobTable(dataSource)
                    .find(job)
                    .orElseThrow(() -> new ChatException(ErrorCode.REMOVAL_NOT_FOUND, "There is no such removal."));
        } catch (SQLException failure) {
            throw new ChatException(ErrorCode.UNAVAILABLE, "The database cannot be reached at the moment.", failure);
        }
    }

    private JobState begin(Person by, AuditAct act, Task task) {
        if (!busy.compareAndSet(false, true)) {
            throw new ChatException(ErrorCode.BUSY, "A removal is being done. Try again when it is finished.");
        }
        long job = OpaqueId.random();
        Instant now = now();
        try {
            new JobTable(dataSource).insert(job, server.id(), by.id(), now);
            audit.record(by, act);
            Executor executor = delivery.blocking();
            executor.execute(() -> run(job, task));
        } catch (SQLException failure) {
            busy.set(false);
            throw new ChatException(ErrorCode.UNAVAILABLE, "The database cannot be reached at the moment.", failure);
        } catch (ChatException | RejectedExecutionException failure) {
            busy.set(false);
            throw failure;
        }
        return new JobState(job, "RUNNING", 0, 0, now, null);
    }

    /** Outside of the transaction that began it, which may be committed a little later. */
    private void run(long job, Task task) {
        JobTable table = new JobTable(dataSource);
        String end = "FAILED";
        try {
            if (!work.isThere(job)) {
                return;
            }
            task.run(job);
            end = "DONE";
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            end = "INTERRUPTED";
        } catch (SQLException | RuntimeException failure) {
            ModerationLog.LOG.jobFailed(failure);
        } finally {
            busy.set(false);
            try {
                table.finish(job, end, now());
            } catch (SQLException failure) {
                ModerationLog.LOG.jobFailed(failure);
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void checkAdministrator(Person by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators remove messages of others.");
        }
    }

    /** What a job does. */
    @FunctionalInterface
    private interface Task {
        void run(long job) throws SQLException, InterruptedException;
    }
}
