package org.persistentchat.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.event.EventStore;
import org.persistentchat.follow.FollowHints;
import org.persistentchat.history.History;
import org.persistentchat.identity.ChatPolicy;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.journal.Journal;
import org.persistentchat.marker.ReadMarkers;
import org.persistentchat.mention.Mentions;
import org.persistentchat.presence.Presence;
import org.persistentchat.principal.Subjects;
import org.persistentchat.room.RoomDirectory;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPositions;
import org.persistentchat.stream.Delivery;
import org.persistentchat.stream.DeliveryShard;

/** What every session works with. */
@ApplicationScoped
class SessionServices {
    @Inject
    RoomDirectory rooms;

    @Inject
    Subjects subjects;

    @Inject
    RoomPositions positions;

    @Inject
    Journal journal;

    @Inject
    Delivery delivery;

    @Inject
    History history;

    @Inject
    EventStore events;

    @Inject
    ReadMarkers markers;

    @Inject
    Mentions mentions;

    @Inject
    FollowHints hints;

    @Inject
    Presence presence;

    @Inject
    Attendance attendance;

    @Inject
    ChatLimits limits;

    @Inject
    ChatPolicy policy;

    @Inject
    Instance<PresenceWatcher> presenceWatchers;

    private final Clock clock = Clock.systemUTC();
    private final OptionalPositions optionalPositions = new OptionalPositions(System::nanoTime);

    RoomDirectory rooms() {
        return rooms;
    }

    /** Whether the person may use the chat, as of now. */
    boolean mayChat(Person person) {
        return policy.mayChat(person);
    }

    Subjects subjects() {
        return subjects;
    }

    RoomPositions positions() {
        return positions;
    }

    OptionalPositions optionalPositions() {
        return optionalPositions;
    }

    Journal journal() {
        return journal;
    }

    History history() {
        return history;
    }

    EventStore events() {
        return events;
    }

    ReadMarkers markers() {
        return markers;
    }

    Mentions mentions() {
        return mentions;
    }

    FollowHints hints() {
        return hints;
    }

    Presence presence() {
        return presence;
    }

    Attendance attendance() {
        return attendance;
    }

    /** The person is in the room by one more connection of this server. */
    void came(Person person, RoomId room) {
        presence.came(person, room);
        presenceWatchers.forEach(watcher -> watcher.changed(person.id(), room));
    }

    /** Takes one {@link #came} back. */
    void went(Person person, RoomId room) {
        presence.went(person, room);
        presenceWatchers.forEach(watcher -> watcher.changed(person.id(), room));
    }

    /** The person types, or has said what they typed. */
    void typing(PersonId person, RoomId room, boolean typing) {
        presenceWatchers.forEach(watcher -> watcher.typing(person, room, typing));
    }

    ChatLimits limits() {
        return limits;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    DeliveryShard shard(RoomId room) {
        return delivery.shard(room);
    }

    List<DeliveryShard> shards() {
        return delivery.all();
    }

    /** Runs what may block. */
    void blocking(Runnable task) {
        delivery.blocking().execute(task);
    }

    /** Has the room's delivery thread run {@code task}, whatever is waiting there; never blocks the caller. */
    void onShard(RoomId room, Runnable task) {
        DeliveryShard shard = delivery.shard(room);
        if (!shard.offer(task)) {
            blocking(() -> {
                try {
                    shard.put(task);
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }
}
