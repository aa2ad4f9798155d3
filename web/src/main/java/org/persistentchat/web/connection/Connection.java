package org.persistentchat.web.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.event.EventBatch;
import org.persistentchat.follow.FollowLevel;
import org.persistentchat.follow.NotifyReason;
import org.persistentchat.identity.Credential;
import org.persistentchat.presence.PresencePush;
import org.persistentchat.room.InvitationView;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;
import org.persistentchat.session.ChatSession;
import org.persistentchat.session.Outlet;
import org.persistentchat.web.command.Command;
import org.persistentchat.web.command.CommandDecoder;
import org.persistentchat.web.command.RefusedFrameException;
import org.persistentchat.web.json.EventForm;
import org.persistentchat.web.json.PresenceForm;
import org.persistentchat.web.outbound.CloseCode;
import org.persistentchat.web.outbound.FrameSender;
import org.persistentchat.web.outbound.FrameWriter;
import org.persistentchat.web.pace.ConnectionPace;
import org.persistentchat.web.problem.Incidents;

/** One client's connection: its commands go to the chat, what the chat says goes into its queue. Ends by itself if the client cannot keep up. */
final class Connection implements Outlet {
    /** Longer frames are not looked at before their turn. */
    private static final int PING_CHARACTERS = 64;

    private final Credential credential;
    private final FrameSender sender;
    private final FrameWriter writer;
    private final Executor worker;
    private final CommandDecoder decoder;
    private final Connections registry;
    private final Inbox inbox;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    /** Set once, before the first command. Who ends the connection at that moment finds it, or whoever sets it finds the end. */
    private volatile @Nullable ChatSession session;

    private Command.@Nullable Handler commands;
    private final ConnectionPace pace;
    private final long allowedSilenceNanos;
    private final List<byte[]> early = new ArrayList<>(0);
    private volatile long heardNanos = System.nanoTime();

    /** Frames that wait and commands that have no answer yet. */
    private final AtomicInteger work = new AtomicInteger();

    /** How the connection is to end when its work is done. */
    private volatile @Nullable Farewell farewell;

    Connection(Credential credential, FrameSender sender, FrameWriter writer, Executor worker, Connections registry) {
        this.pace = registry.pace(credential.person());
        this.allowedSilenceNanos = registry.allowedSilenceNanos();
        this.credential = credential;
        this.sender = sender;
        this.writer = writer;
        this.worker = worker;
        this.registry = registry;
        this.decoder = registry.decoder();
        this.inbox = new Inbox(this::handle, sender, worker);
    }

    Credential credential() {
        return credential;
    }

    /** Greets the client; commands may come from now on. */
    void begin(ChatSession opened, byte[] greeting) {
        session = opened;
        if (state.get() != State.OPEN) {
            close(opened); // it was ended before there was a session to close
            return;
        }
        put(greeting);
        synchronized (early) {
            commands = new CommandDispatch(this, opened);
            early.forEach(this::put);
            early.clear();
        }
        flush();
    }

    /** A whole text frame came from the client. */
    void received(String frame) {
        heard();
        if (state.get() == State.OPEN) {
            begun();
            if (inbox.isIdle() && isPing(frame)) {
                handle(frame);
            } else {
                inbox.add(frame);
            }
        }
    }

    /**
     * A ping is answered in the thread that read it: it waits for nothing, and handing it over costs more than answering it. Most frames of a quiet crowd are
     * pings. No other command is: rights, and people who are mentioned, may have to be read from the database.
     */
    private boolean isPing(String frame) {
        try {
            return frame.length() <= PING_CHARACTERS && decoder.decode(frame) instanceof Command.Ping;
        } catch (RefusedFrameException refused) {
            return false;
        }
    }

    /** A frame or a command more that is to be done before the connection may end well. */
    void begun() {
        work.incrementAndGet();
    }

    /** One of them is done: its answer is in the queue. */
    void done() {
        if (work.decrementAndGet() == 0 && state.get() == State.LEAVING) {
            sayFarewell();
        }
    }

    /** The client sent something that is no command. */
    void refuse(ChatException reason) {
        heard();
        put(ServerMessages.error(0, reason));
        flush();
    }

    /** Whether the client was not heard for longer than it was told in the greeting. */
    boolean isSilent() {
        return System.nanoTime() - heardNanos > allowedSilenceNanos;
    }

    /** Whether the person had not too many connections already. */
    boolean mayBegin() {
        return pace.mayBegin();
    }

    private void heard() {
        heardNanos = System.nanoTime();
    }

    private void handle(String frame) {
        try {
            carryOut(frame);
        } finally {
            done();
        }
        flush();
    }

    private void carryOut(String frame) {
        long id = 0;
        try {
            Command command = decoder.decode(frame);
            id = command.id();
            if (isServing() && commands != null) {
                pace.check(command instanceof Command.PostMessage);
                command.accept(commands);
            }
        } catch (RefusedFrameException refused) {
            put(ServerMessages.error(refused.id(), refused.reason()));
        } catch (RuntimeException | StackOverflowError failure) {
            put(ServerMessages.error(id, Incidents.told(failure)));
            if (pace.isAbuse()) {
                registry.tooMuch(this);
                end(CloseCode.TOO_MUCH);
            }
        }
    }

    @Override
    public void deliver(EventBatch batch) {
        byte[] push;
        try {
            push = EventForm.pushOf(batch);
        } catch (RuntimeException defect) {
            Incidents.told(defect);
            end(CloseCode.UNEXPECTED); // rather than a silent gap: the client comes back and resumes
            return;
        }
        put(push);
    }

    @Override
    public void markerMoved(RoomId room, RoomPosition now) {
        putAfterGreeting(ServerMessages.marker(room, now));
    }

    @Override
    public boolean presence(PresencePush push) {
        return writer.offerSoft(PresenceForm.pushOf(push));
    }

    @Override
    public void invited(InvitationView invitation) {
        putAfterGreeting(ServerMessages.invitation(invitation));
    }

    /** For what may come before the greeting is out, which is the first message of all; then it waits for it. */
    private void putAfterGreeting(byte[] push) {
        synchronized (early) {
            if (commands == null) {
                early.add(push);
                return;
            }
        }
        put(push);
    }

    private boolean isGreeted() {
        synchronized (early) {
            return commands != null;
        }
    }

    @Override
    public boolean activity(RoomId room, RoomPosition now) {
        return isGreeted() && writer.offerSoft(ServerMessages.activity(room, now));
    }

    @Override
    public boolean notify(RoomId room, long sequence, NotifyReason reason) {
        return isGreeted() && writer.offerSoft(ServerMessages.notify(room, sequence, reason));
    }

    @Override
    public void followed(RoomId room, FollowLevel level) {
        putAfterGreeting(ServerMessages.follow(room, level));
    }

    @Override
    public void left(RoomId room, ChatException reason) {
        put(ServerMessages.left(room, reason));
    }

    @Override
    public void deactivated() {
        end(CloseCode.DEACTIVATED);
    }

    @Override
    public void signedOut() {
        end(CloseCode.SIGNED_OUT);
    }

    @Override
    public void flush() {
        writer.flush();
    }

    /** Queues a message; a client that is too far behind is ended. */
    void put(byte[] message) {
        if (!writer.offer(message)) {
            registry.tooSlow(this);
            end(CloseCode.SLOW_CONSUMER);
        }
    }

    /** Ends the connection from this side. What waits is dropped: the client comes back for it, or must not have it. */
    void end(CloseCode code) {
        if (state.compareAndSet(State.OPEN, State.CLOSING) || state.compareAndSet(State.LEAVING, State.CLOSING)) {
            writer.end();
            registry.closing(this);
            sender.close(code);
            endSession();
        }
    }

    /**
     * Ends the connection when what the client has asked for is answered and sent; then the client gets {@code last}, and the close frame. What it asks for
     * from now on is not done: it gets no answer and asks again elsewhere. {@link #hurry} sets an end to the waiting. False if it is about to end already.
     */
    boolean leave(CloseCode code, byte[] last) {
        if (state.get() != State.OPEN) {
            return false;
        }
        farewell = new Farewell(code, last);
        if (!state.compareAndSet(State.OPEN, State.LEAVING)) {
            return false;
        }
        if (work.get() == 0) {
            sayFarewell();
        }
        return true;
    }

    /** Waits no longer for answers if it has waited for {@code nanos}. */
    void hurry(long nanos) {
        Farewell words = farewell;
        if (words != null && System.nanoTime() - words.since > nanos) {
            sayFarewell();
        }
    }

    private void sayFarewell() {
        Farewell words = farewell;
        if (words != null && state.compareAndSet(State.LEAVING, State.CLOSING)) {
            boolean unused = writer.offer(words.last); // a client that is behind does without
            registry.closing(this);
            writer.finish(words.code);
            endSession();
        }
    }

    private boolean isServing() {
        State now = state.get();
        return now == State.OPEN || now == State.LEAVING;
    }

    /** The last push and the close code of a connection that ends well. */
    private static final class Farewell {
        final CloseCode code;
        final byte[] last;
        final long since = System.nanoTime();

        Farewell(CloseCode code, byte[] last) {
            this.code = code;
            this.last = last;
        }
    }

    /** The client did not answer the close frame in time. */
    void abort() {
        sender.abort();
    }

    /** The socket is closed. */
    void closed() {
        State before = state.getAndSet(State.CLOSED);
        if (before == State.CLOSED) {
            return;
        }
        writer.end();
        inbox.clear();
        registry.remove(this);
        if (before == State.OPEN || before == State.LEAVING) {
            endSession();
        }
    }

    boolean isClosed() {
        return state.get() == State.CLOSED;
    }

    /** In another thread: this one may be the chat's in the middle of a delivery, or one that must not block. */
    private void endSession() {
        pace.ended();
        ChatSession open = session;
        if (open != null) {
            close(open);
        }
    }

    private void close(ChatSession open) {
        try {
            worker.execute(open::close);
        } catch (RejectedExecutionException stopping) {
            open.close();
        }
    }

    private enum State {
        OPEN,
        /** Answers what was asked, and takes nothing more. */
        LEAVING,
        /** The close frame is sent, or comes after what is on its way. */
        CLOSING,
        CLOSED
    }
}
