package org.persistentchat.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongUnaryOperator;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.error.ChatException;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.TextBound;
import org.persistentchat.journal.Completion;
import org.persistentchat.journal.Observation;
import org.persistentchat.room.Room;
import org.persistentchat.stream.Listener;
import org.persistentchat.stream.RoomStream;

/**
 * One coming into a room: the join is committed for compliance, then the session listens, then the page that it asked for is put together
 * from memory or from the database. Deliveries that follow are held until the answer is given.
 */
final class RoomEntry implements Completion<Observation> {
    private final ChatSession session;
    private final SessionServices services;
    private final Room room;
    private final Wanted wanted;
    private final Consumer<Result> entered;
    private final Consumer<ChatException> refused;

    RoomEntry(
            ChatSession session,
            SessionServices services,
            Room room,
            Wanted wanted,
            Consumer<Result> entered,
            Consumer<ChatException> refused) {
        this.session = session;
        this.services = services;
        this.room = room;
        this.wanted = wanted;
        this.entered = entered;
        this.refused = refused;
    }

    /**
     * What is wanted of the room.
     *
     * @param after the newest sequence that the asker has; 0 for none
     * @param first the first sequence, given the last; 0 if no event is to be given
     * @param characters of text that is given in all, asked when it is read: what is older than that is left out
     */
    record Wanted(long after, LongUnaryOperator first, IntSupplier characters) {}

    /**
     * The room is entered.
     *
     * @param events the wanted ones, up to {@code last}, or the newest of them
     * @param first what {@link Wanted} said
     */
    record Result(long last, long first, List<CommittedEvent> events) {}

    /** Must be called after {@link ChatSession#hold()}; who is answered releases. */
    void begin(boolean alreadyIn) {
        if (alreadyIn) {
            services.onShard(room.id(), this::listen);
            return;
        }
        try {
            services.journal().observe(session.observation(RecordKind.JOIN, room, null), this);
        } catch (ChatException busy) {
            failed(busy);
        }
    }

    @Override
    public void committed(Observation joined) {
        listen();
    }

    @Override
    public void failed(ChatException notRecorded) {
        session.notEntered(room);
        refused.accept(notRecorded);
    }

    /** In the delivery thread. */
    private void leave(ChatException reason) {
        session.leaveNow(room);
        refused.accept(reason);
        services.shard(room.id()).touch(session);
    }

    @Override
    public Listener listener() {
        return session;
    }

    /** In the delivery thread. */
    private void listen() {
        services.shard(room.id()).streams().notBehind(room.id(), wanted.after(), this::subscribe, this::leave);
    }

    private void subscribe(RoomStream stream) {
        if (!session.isIn(room.id())) {
            // closed, or left again, meanwhile: who did that has recorded the part
            refused.accept(session.gone());
            return;
        }
        try {
            // rights may have changed since the question; from here on whoever changes them finds the session in the
            // stream
            services.rooms().readable(session.subject(), room.id());
        } catch (ChatException refusal) {
            leave(refusal);
            return;
        }
        stream.subscribe(session);
        services.attendance().came(session, session.person().id(), room, stream.last());
        session.restart(room);
        long last = stream.last();
        long first = wanted.first.applyAsLong(last);
        Optional<List<CommittedEvent>> inMemory = first == 0 ? Optional.of(List.of()) : stream.since(first);
        if (inMemory.isPresent()) {
            answer(new Result(last, first, TextBound.newest(inMemory.get(), wanted.characters.getAsInt())));
        } else {
            services.blocking(() -> read(first, last));
        }
    }

    private void read(long first, long last) {
        Runnable answer;
        try {
            List<CommittedEvent> events =
                    services.events().newest(room.id(), first, last, wanted.characters.getAsInt());
            answer = () -> answer(new Result(last, first, events));
        } catch (ChatException reason) {
            answer = () -> leave(reason);
        }
        services.onShard(room.id(), answer);
    }

    /** In the delivery thread. Who was put out of the room while the page was read does not get it. */
    private void answer(Result result) {
        if (!session.isIn(room.id())) {
            refused.accept(session.gone());
        } else if (isRecorded(result.events())) {
            entered.accept(result);
        }
        services.shard(room.id()).touch(session);
    }

    /** What is shown of the past is recorded, and nobody waits for it. */
    private boolean isRecorded(List<CommittedEvent> shown) {
        if (shown.isEmpty()) {
            return true;
        }
        long first = shown.get(0).sequence();
        long last = shown.get(shown.size() - 1).sequence();
        try {
            services.journal().observe(session.observation(RecordKind.HISTORY_VIEWED, room, first + "-" + last));
            return true;
        } catch (ChatException busy) {
            leave(busy);
            return false;
        }
    }
}
