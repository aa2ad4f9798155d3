package org.persistentchat.presence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/**
 * Who is in which room and who types there, and the telling of it. Calls cost the same however large a room is; what changed is told
 * from one timer, at most once a second and room, each push encoded once.
 */
@ApplicationScoped
public class Presence {
    private static final long TICK_MILLIS = 250;

    @Inject
    ChatLimits limits;

    @Inject
    MeterRegistry metrics;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private final Map<RoomId, RoomPresence> rooms = new ConcurrentHashMap<>();
    private final Map<RoomId, RoomPresence> due = new ConcurrentHashMap<>();
    private LongSupplier nanos = System::nanoTime;
    private IntSupplier rosterLimit = () -> ChatLimits.DEFAULT.participantUpdates();
    private @Nullable ScheduledFuture<?> ticking;
    private @Nullable Counter told;
    private @Nullable Counter leftOut;

    public Presence() {
        // for the container
    }

    /** One without a timer, for who calls {@link #tick()}. */
    public Presence(IntSupplier rosterLimit, LongSupplier nanos) {
        this.rosterLimit = rosterLimit;
        this.nanos = nanos;
    }

    @PostConstruct
    void start() {
        rosterLimit = limits::participantUpdates;
        told = metrics.counter("persistentchat.presence.pushes");
        leftOut = metrics.counter("persistentchat.presence.skipped");
        ticking = scheduler.scheduleAtFixedRate(this::tickSafely, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (ticking != null) {
            ticking.cancel(false);
        }
    }

    /** The person is in the room once more: by a connection, or on another server. */
    public void came(Person person, RoomId id) {
        rooms.compute(id, (room, known) -> {
            RoomPresence presence = known == null ? new RoomPresence(room) : known;
            if (presence.came(person, rosterLimit.getAsInt())) {
                due.put(room, presence);
            }
            return presence;
        });
    }

    /** Takes one {@link #came} back. */
    public void went(Person person, RoomId id) {
        rooms.computeIfPresent(id, (room, presence) -> {
            if (presence.went(person, rosterLimit.getAsInt())) {
                due.put(room, presence);
            }
            return presence.isEmpty() ? null : presence;
        });
    }

    /** Begins to tell the viewer of the room; what follows the answer is told. */
    public PresenceNews show(RoomId id, Viewer viewer) {
        PresenceNews[] now = new PresenceNews[1];
        rooms.compute(id, (room, known) -> {
            RoomPresence presence = known == null ? new RoomPresence(room) : known;
            now[0] = presence.show(viewer, rosterLimit.getAsInt());
            if (presence.isDue()) {
                due.put(room, presence);
            }
            return presence;
        });
        return now[0];
    }

    /** Ends {@link #show}; a round that is under way may still tell. */
    public void hide(RoomId id, Viewer viewer) {
        rooms.computeIfPresent(id, (room, presence) -> {
            presence.hide(viewer);
            return presence.isEmpty() ? null : presence;
        });
    }

    /** The person, who is in the room, types; holds for some seconds. */
    public void typing(Person person, RoomId id) {
        RoomPresence presence = rooms.get(id);
        if (presence != null && presence.typing(person, nanos.getAsLong())) {
            due.put(id, presence);
        }
    }

    /** The person has said what they typed; false if they did not type. */
    public boolean stoppedTyping(PersonId person, RoomId id) {
        RoomPresence presence = rooms.get(id);
        boolean typed = presence != null && presence.stoppedTyping(person);
        if (typed && presence != null) {
            due.put(id, presence);
        }
        return typed;
    }

    private void tickSafely() {
        try {
            tick();
        } catch (RuntimeException defect) {
            PresenceLog.LOG.roundFailed(defect); // an exception would stop the timer for good
        }
    }

    /** Tells what is to be told now. */
    void tick() {
        long now = nanos.getAsLong();
        for (RoomPresence presence : List.copyOf(due.values())) {
            due.remove(presence.room(), presence); // first: what happens from now on makes it due again
            try {
                RoomPresence.Round round = presence.round(now, rosterLimit.getAsInt());
                if (round != null) {
                    tell(presence, round.pushes(), round.upToDate());
                    tell(presence, round.whole(), round.behind());
                }
            } catch (RuntimeException defect) {
                PresenceLog.LOG.roundFailed(defect);
            }
            if (presence.isDue()) {
                due.putIfAbsent(presence.room(), presence);
            }
        }
    }

    private void tell(RoomPresence presence, List<PresencePush> pushes, List<Viewer> viewers) {
        int skipped = 0;
        for (Viewer viewer : viewers) {
            boolean taken = true;
            for (PresencePush push : pushes) {
                taken = taken && viewer.tell(push);
            }
            if (!taken) {
                presence.missed(viewer);
                skipped++;
            }
            viewer.flush();
        }
        if (told != null && leftOut != null) {
            told.increment(viewers.size() - skipped);
            leftOut.increment(skipped);
        }
    }
}
