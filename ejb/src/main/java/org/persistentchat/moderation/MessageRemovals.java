package org.persistentchat.moderation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
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
import org.persistentchat.id.OpaqueId;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.identity.Role;
import org.persistentchat.room.Room;
import org.persistentchat.stream.Delivery;

/**
 * Purges and removals: each is asked for by an administrator, audited, and done in the background through the journal, so that every client
 * sees it at once and compliance gets what was there. One at a time on each server; what a server did not finish before it stopped, or while the database could
 * not be reached, is continued by it.
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

    @Inject
    PersonDirectory people;

    private final Clock clock = Clock.systemUTC();
    private final AtomicBoolean busy = new AtomicBoolean();

    /** Refuses who is no administrator. */
    public void checkAllowed(Person by) {
        checkAdministrator(by);
    }

    /** What a removal would change. Administrators only. */
    public Found find(Person by, RemovalWish wish) {
        checkAdministrator(by);
        return work.find(by, wish.removal());
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
        return begin(by, AuditAct.created("room.purge", subject, state), true, RemovalWish.purge(room.id(), before));
    }

    /** Begins to remove messages, or to replace words. Administrators only. */
    @Transactional
    public JobState remove(Person by, RemovalWish wish, AuditState asked) {
        checkAdministrator(by);
        work.check(wish.removal());
        String action = wish.replacement().isPresent() ? "message.replace" : "message.remove";
        AuditSubject subject = AuditSubject.named("messages", wish.rooms().isEmpty() ? "everywhere" : "rooms");
        return begin(by, AuditAct.created(action, subject, asked), false, wish);
    }

    /** How far a purge or removal is. Administrators only. */
    public JobState state(Person by, long job) {
        checkAdministrator(by);
        try {
            return new JobTable(dataSource)
                    .find(job)
                    .orElseThrow(() -> new ChatException(ErrorCode.REMOVAL_NOT_FOUND, "There is no such removal."));
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    private JobState begin(Person by, AuditAct act, boolean purge, RemovalWish wish) {
        if (!busy.compareAndSet(false, true)) {
            throw new ChatException(ErrorCode.BUSY, "A removal is being done. Try again when it is finished.");
        }
        long job = OpaqueId.random();
        Instant now = now();
        try {
            new JobTable(dataSource).insert(job, server.id(), by.id(), now);
            new TaskTable(dataSource).insert(RemovalTask.begun(job, purge, wish));
            audit.record(by, act);
            Executor executor = delivery.blocking();
            executor.execute(() -> run(job, by.id()));
        } catch (SQLException failure) {
            busy.set(false);
            throw SqlErrors.unavailable(failure);
        } catch (ChatException | RejectedExecutionException failure) {
            busy.set(false);
            throw failure;
        }
        return new JobState(job, "RUNNING", 0, 0, now, null);
    }

    /**
     * Continues what this server began and did not finish; nothing if it is at work. Blocks until that is done. Whether there is anything is asked without
     * keeping anybody from beginning a removal meanwhile; what is to be continued is asked again by the one that is at work, when it is nobody else's.
     */
    void continueUnfinished() throws SQLException {
        Set<Long> tried = new HashSet<>();
        while (unfinished(tried).isPresent() && busy.compareAndSet(false, true)) {
            Optional<TaskTable.Unfinished> next;
            try {
                next = unfinished(tried);
            } catch (SQLException failure) {
                busy.set(false);
                throw failure;
            }
            if (next.isEmpty()) {
                busy.set(false);
                return;
            }
            tried.add(next.get().job());
            ModerationLog.LOG.continued(OpaqueId.encode(next.get().job()));
            run(next.get().job(), next.get().by());
        }
    }

    private Optional<TaskTable.Unfinished> unfinished(Set<Long> tried) throws SQLException {
        return new TaskTable(dataSource)
                .unfinished(server.id()).stream()
                        .filter(one -> !tried.contains(one.job()))
                        .findFirst();
    }

    /** Whether another removal would be refused. */
    boolean isBusy() {
        return busy.get();
    }

    /** Outside of the transaction that began it, which may be committed a little later. Who learns of its end may begin the next one at once. */
    private void run(long job, PersonId asked) {
        Optional<String> end;
        try {
            end = endOf(job, asked);
        } finally {
            busy.set(false);
        }
        end.ifPresent(state -> end(job, state));
    }

    /** Does it, and says how it ended; empty if it is to be continued, or was never begun. */
    private Optional<String> endOf(long job, PersonId asked) {
        try {
            if (!work.isThere(job)) {
                return Optional.empty();
            }
            Optional<RemovalTask> task = new TaskTable(dataSource).find(job);
            if (task.isEmpty()) {
                return Optional.of("INTERRUPTED");
            }
            @Nullable Person by = people.byIds(List.of(asked)).get(asked);
            work.run(task.get(), checkAdministrator(by));
            return Optional.of("DONE");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt(); // it is continued after the next start
            return Optional.empty();
        } catch (SQLException failure) {
            ModerationLog.LOG.jobFailed(failure); // it is continued when the database is there again
            return Optional.empty();
        } catch (RuntimeException failure) {
            ModerationLog.LOG.jobFailed(failure);
            boolean mayContinue =
                    failure instanceof ChatException refusal && refusal.code().retryable();
            return mayContinue ? Optional.empty() : Optional.of("FAILED");
        }
    }

    private void end(long job, String state) {
        try {
            new JobTable(dataSource).finish(job, state, now());
            new TaskTable(dataSource).remove(job);
        } catch (SQLException failure) {
            ModerationLog.LOG.jobFailed(failure);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Person checkAdministrator(@Nullable Person by) {
        if (by == null || !by.is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators remove messages of others.");
        }
        return by;
    }
}
