package org.persistentchat.follow;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventKind;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.journal.MentionFollower;
import org.persistentchat.journal.MentionsChanged;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPositions;
import org.persistentchat.stream.CommitWatcher;

/** Tells people what happens in rooms that they follow and are not in. */
@ApplicationScoped
public class FollowHints implements CommitWatcher, MentionFollower {
    private static final long ROUND_MILLIS = 1_000;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    FollowRights rights;

    @Inject
    RoomPositions positions;

    @Resource
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private final Followers followers = new Followers();
    private Executor work = Runnable::run;
    private @Nullable ScheduledFuture<?> ticking;
    private final HintQueue queue = new HintQueue(
            followers, (person, room) -> rights.mayRead(person, room), (person, some) -> positions.of(person, some));
    private final AlertScan alerts = new AlertScan(
            followers,
            (follower, room, sequence) -> notify(follower, room, sequence, NotifyReason.ALERT),
            System::nanoTime);

    @PostConstruct
    void start() {
        work = executor;
        ticking = scheduler.scheduleWithFixedDelay(this::round, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (ticking != null) {
            ticking.cancel(false);
        }
    }

    /** One more connection of the person; hints come from now on. */
    public void connected(Person person, HintReceiver receiver) {
        followers.connected(person, receiver).ifPresent(first -> later(() -> read(first)));
    }

    /** The connection has ended. */
    public void gone(PersonId person, HintReceiver receiver) {
        followers.gone(person, receiver);
    }

    /** The person's choices have changed, here or on another server: they are read again, and the connections told of the room's. Blocks. */
    public void changed(PersonId person, RoomId room) {
        followers.of(person).ifPresent(follower -> {
            read(follower);
            FollowLevel level = level(follower, room);
            for (HintReceiver receiver : follower.receivers()) {
                receiver.followed(room, level);
                receiver.flush();
            }
        });
    }

    /** The level that holds for a person who has not chosen one. */
    public FollowLevel unchosen(Person person, RoomId room) {
        return rights.isNamed(person, room) ? FollowLevel.MENTIONS : FollowLevel.NONE;
    }

    @Override
    public void committed(RoomId room, List<CommittedEvent> events) {
        queue.happened(room);
        for (CommittedEvent event : events) {
            if (event.event().kind() == EventKind.ALERT) {
                alerts.add(new AlertScan.Alert(
                        room, event.sequence(), event.event().account()));
                later(alerts::run);
            }
        }
    }

    @Override
    public void mentioned(List<MentionsChanged> changes) {
        later(() -> changes.forEach(this::mentioned));
    }

    private void mentioned(MentionsChanged change) {
        for (PersonId person : change.added()) {
            followers
                    .of(person)
                    .ifPresent(follower -> notify(follower, change.room(), change.sequence(), NotifyReason.MENTION));
        }
        for (PersonId person : change.removed()) {
            followers
                    .of(person)
                    .filter(follower -> level(follower, change.room()) != FollowLevel.NONE)
                    .ifPresent(follower -> queue.add(follower, change.room()));
        }
    }

    private void notify(Follower follower, RoomId room, long sequence, NotifyReason reason) {
        if (!follower.isOutOf(room)
                || level(follower, room) == FollowLevel.NONE
                || !rights.mayRead(follower.person(), room)) {
            return;
        }
        for (HintReceiver receiver : follower.receivers()) {
            if (!receiver.isIn(room)) {
                receiver.notify(room, sequence, reason); // one that is left out is made good by the counts that follow
                receiver.flush();
            }
        }
        queue.add(follower, room);
    }

    private FollowLevel level(Follower follower, RoomId room) {
        FollowLevel chosen = follower.levels().get(room);
        return chosen != null ? chosen : unchosen(follower.person(), room);
    }

    /** One reading of a person's choices at a time, so that the later one holds. */
    private void read(Follower follower) {
        synchronized (follower.reading()) {
            try {
                followers.choose(
                        follower,
                        new FollowTable(dataSource).of(follower.person().id()));
            } catch (ChatException unavailable) {
                FollowLog.LOG.followsNotRead(follower.person().account(), unavailable);
            }
        }
    }

    /** Tells those whose turn it is. */
    void round() {
        guarded(queue::round);
        guarded(alerts::run);
    }

    private void later(Runnable task) {
        try {
            work.execute(() -> guarded(task));
        } catch (RejectedExecutionException busy) {
            FollowLog.LOG.hintFailed(busy); // a hint: the counts are right whenever they are asked for
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException defect) {
            FollowLog.LOG.hintFailed(defect); // an exception would stop the timer for good
        }
    }
}
