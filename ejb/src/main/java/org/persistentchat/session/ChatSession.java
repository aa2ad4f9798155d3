package org.persistentchat.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.EventBatch;
import org.persistentchat.event.KeptEvents;
import org.persistentchat.history.HistoryPage;
import org.persistentchat.history.HistoryQuery;
import org.persistentchat.identity.Credential;
import org.persistentchat.identity.Person;
import org.persistentchat.journal.Completion;
import org.persistentchat.journal.Observation;
import org.persistentchat.principal.Memberships;
import org.persistentchat.principal.Subject;
import org.persistentchat.room.InvitationView;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomCard;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;
import org.persistentchat.room.RoomRights;
import org.persistentchat.stream.Listener;
import org.persistentchat.stream.RoomStream;

/**
 * What one connection can do. No method waits for a socket or a commit, none throws for a refusal: the reply gets it. Rights are
 * checked with every command. Safe for use by several threads, though a transport gives commands one after the other.
 */
public final class ChatSession implements Listener {
    private final Credential credential;
    private final Outlet outlet;
    private final SessionServices services;
    private final ChatSessions sessions;
    private final HeldDeliveries deliveries;
    private final ShownRooms shown;
    private final PresenceCommands presence;
    private final ReadingCommands reading;
    private final Map<RoomId, Room> entered = new HashMap<>(8);
    private final MessageCommands messages;
    private boolean closed;

    /** As they were when rights were last checked as a whole. */
    private volatile @Nullable Memberships memberships;

    ChatSession(Credential credential, Outlet outlet, SessionServices services, ChatSessions sessions) {
        this.credential = credential;
        this.outlet = outlet;
        this.services = services;
        this.sessions = sessions;
        this.deliveries = new HeldDeliveries(outlet);
        this.shown = new ShownRooms(services.presence(), outlet);
        this.messages = new MessageCommands(this, services);
        this.presence = new PresenceCommands(this, services, shown);
        this.reading = new ReadingCommands(this, services, sessions);
    }

    public Credential credential() {
        return credential;
    }

    /** The person as they are now. */
    Person person() {
        return services.subjects().of(credential.person()).person();
    }

    /** The person with what they belong to now. */
    Subject subject() {
        return services.subjects().of(credential.person());
    }

    /** What the person says and does to messages. */
    public MessageCommands messages() {
        return messages;
    }

    /** Who is there and who types. */
    public PresenceCommands presence() {
        return presence;
    }

    /** How far the person has read. */
    public ReadingCommands reading() {
        return reading;
    }

    SessionHints hints() {
        return new SessionHints(this, outlet);
    }

    /** Enters a room and gives its newest page of up to {@code history} events. */
    public void enter(RoomId id, int history, Reply<Entered> reply) {
        try {
            Room room = services.rooms().readable(subject(), id);
            Optional<RoomPosition> before = reading.now(id);
            boolean mayPost = RoomRights.mayPost(subject(), room);
            boolean alreadyIn = come(room);
            hold();
            new RoomEntry(
                            this,
                            services,
                            room,
                            new RoomEntry.Wanted(
                                    0,
                                    last -> history == 0 || last == 0 ? 0 : Math.max(1, last - history + 1),
                                    services.limits()::historyCharacters),
                            result -> reading.at(
                                    id,
                                    before,
                                    result.last(),
                                    now -> entered(
                                            new Entered(
                                                    new RoomCard(room, mayPost, now),
                                                    before.isPresent(),
                                                    KeptEvents.page(result.events())),
                                            reply)),
                            refusal -> release(() -> reply.failed(refusal)))
                    .begin(alreadyIn);
        } catch (ChatException refusal) {
            reply.failed(refusal);
        }
    }

    /** In the delivery thread. Who was put out of the room while its page was put together does not get it. */
    private void entered(Entered answer, Reply<Entered> reply) {
        boolean inside = isIn(answer.card().room().id());
        release(() -> {
            if (inside) {
                reply.ok(answer);
            } else {
                reply.failed(gone());
            }
        });
    }

    /** Comes back to rooms; see the protocol. */
    public void resume(List<ResumePoint> rooms, Reply<List<Resumed>> reply) {
        new ResumeCommand(this, services, rooms, reply).run();
    }

    /** Leaves a room; deliveries have ended when the reply comes. */
    public void leave(RoomId id, Reply<RoomId> reply) {
        Room room = goneFrom(id);
        if (room == null) {
            reply.ok(id);
            return;
        }
        unsubscribe(id);
        try {
            services.journal()
                    .part(observation(RecordKind.PART, room, null), new ReplyCompletion<>(this, reply, seen -> id));
        } catch (ChatException stopping) {
            SessionLog.LOG.partNotRecorded(person().account(), id.text());
            reply.failed(stopping);
        }
    }

    /** Reads a page of history. What is shown is recorded before. */
    public void history(RoomId id, HistoryQuery query, Reply<HistoryPage> reply) {
        try {
            Room room = services.rooms().readable(subject(), id);
            services.history().page(id, query, page -> viewed(room, page, reply), refusal -> {
                reply.failed(refusal);
                services.shard(id).touch(this);
            });
        } catch (ChatException refusal) {
            reply.failed(refusal);
        }
    }

    /** In the delivery thread. */
    private void viewed(Room room, HistoryPage read, Reply<HistoryPage> reply) {
        services.shard(room.id()).touch(this);
        try {
            services.rooms().readable(subject(), room.id()); // the page was read a while after the question
        } catch (ChatException refusal) {
            reply.failed(refusal);
            return;
        }
        HistoryPage page = new HistoryPage(KeptEvents.page(read.events()), read.last());
        if (page.events().isEmpty()) {
            reply.ok(page);
            return;
        }
        int size = page.events().size();
        String range = page.events().get(0).sequence() + "-"
                + page.events().get(size - 1).sequence();
        Completion<Observation> shown = new ReplyCompletion<>(this, reply, seen -> page);
        try {
            services.journal().observe(observation(RecordKind.HISTORY_VIEWED, room, range), shown);
        } catch (ChatException busy) {
            reply.failed(busy);
        }
    }

    /** Ends the session: every room is left. */
    public void close() {
        List<Room> rooms;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            rooms = new ArrayList<>(entered.values());
            entered.clear();
        }
        sessions.closed(this);
        for (Room room : rooms) {
            outOfSight(room.id());
            unsubscribe(room.id());
            part(room);
        }
    }

    @Override
    public void deliver(EventBatch batch) {
        deliveries.deliver(batch);
    }

    @Override
    public void flush() {
        outlet.flush();
    }

    void markerMoved(RoomId room, RoomPosition now) {
        outlet.markerMoved(room, now);
        outlet.flush();
    }

    void invited(List<InvitationView> invitations) {
        invitations.forEach(outlet::invited);
        outlet.flush();
    }

    void hold() {
        deliveries.hold();
    }

    void restart(Room room) {
        deliveries.restart(room.id());
    }

    void release(Runnable answer) {
        deliveries.release(answer);
    }

    /** Counts the room as entered; true if it was before. */
    synchronized boolean come(Room room) {
        if (closed) {
            throw gone();
        }
        boolean known = entered.containsKey(room.id());
        int limit = services.limits().enteredRooms();
        if (!known && entered.size() >= limit) {
            throw ChatException.overLimit(
                    ErrorCode.TOO_MANY_ROOMS, "A connection is in at most " + limit + " rooms.", limit);
        }
        entered.put(room.id(), room);
        if (!known) {
            services.came(person(), room.id());
        }
        return known;
    }

    synchronized List<RoomId> rooms() {
        return List.copyOf(entered.keySet());
    }

    synchronized boolean isIn(RoomId room) {
        return entered.containsKey(room);
    }

    /** Takes an entry back that was not recorded. A subscription from an earlier one ends with it. */
    void notEntered(Room room) {
        goneFrom(room.id());
        unsubscribe(room.id());
    }

    /** The connection does not count as in the room any more; the room that it was in, or null. */
    private @Nullable Room goneFrom(RoomId id) {
        Room room;
        synchronized (this) {
            room = entered.remove(id);
        }
        if (room != null) {
            outOfSight(id);
        }
        return room;
    }

    private void outOfSight(RoomId room) {
        shown.hide(room);
        services.went(person(), room);
    }

    /** Leaves a room whose entry was recorded but cannot be answered. Who left it meanwhile, or closed the session, has recorded the part. */
    void leaveNow(Room room) {
        boolean left = goneFrom(room.id()) != null;
        unsubscribe(room.id());
        if (left) {
            part(room);
        }
    }

    /** Records that the person is not in the room any more. */
    private void part(Room room) {
        try {
            services.journal().part(observation(RecordKind.PART, room, null));
        } catch (ChatException stopping) {
            SessionLog.LOG.partNotRecorded(person().account(), room.id().text());
        }
    }

    /** Puts the person out of a room that they may not read any more. In the delivery thread of the room. */
    void recheck(RoomStream stream) {
        Room room;
        synchronized (this) {
            room = entered.get(stream.room());
        }
        if (room == null) {
            return;
        }
        try {
            services.rooms().readable(subject(), room.id());
        } catch (ChatException refusal) {
            boolean left = goneFrom(room.id()) != null;
            endDeliveries(stream);
            deliveries.restart(room.id());
            outlet.left(room.id(), refusal);
            if (left) {
                part(room);
            }
            services.shard(room.id()).touch(this);
        }
    }

    /** Disconnects who may not chat any more or signed in with what has ended, and rechecks all rooms if the person belongs to other groups than when last asked. */
    void recheckPerson() {
        Subject now = subject();
        if (!services.mayChat(now.person())) {
            outlet.deactivated();
        } else if (now.person().signIns() != credential.person().signIns()) {
            outlet.signedOut();
        } else if (!now.memberships().equals(memberships)) {
            memberships = now.memberships();
            recheckAll();
        }
    }

    /** As {@link #recheck(RoomStream)} for all rooms that were entered, each in its delivery thread. */
    private void recheckAll() {
        for (RoomId id : rooms()) {
            services.onShard(id, () -> {
                RoomStream stream = services.shard(id).streams().loaded(id);
                if (stream != null) {
                    recheck(stream);
                }
            });
        }
    }

    private void unsubscribe(RoomId room) {
        services.onShard(room, () -> {
            var stream = services.shard(room).streams().loaded(room);
            if (stream != null && !isIn(room)) {
                endDeliveries(stream);
            }
        });
    }

    /** In the delivery thread. */
    private void endDeliveries(RoomStream stream) {
        stream.unsubscribe(this);
        services.attendance().went(this, credential.person().id(), stream.room(), stream.last(), services.now());
    }

    Observation observation(RecordKind kind, Room room, @Nullable String content) {
        return new Observation(kind, room, person(), services.now(), content);
    }

    ChatException gone() {
        return new ChatException(ErrorCode.NOT_ENTERED, "The connection has left the room.");
    }
}
