package org.persistentchat.web.connection;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.identity.ChatPolicy;
import org.persistentchat.identity.Credential;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.TokenRevoked;
import org.persistentchat.pool.OwnDuty;
import org.persistentchat.reconfiguration.LimitsChanged;
import org.persistentchat.session.ChatSessions;
import org.persistentchat.web.command.CommandDecoder;
import org.persistentchat.web.json.LimitsForm;
import org.persistentchat.web.outbound.CloseCode;
import org.persistentchat.web.outbound.FrameSender;
import org.persistentchat.web.outbound.FrameWriter;
import org.persistentchat.web.outbound.SendRounds;
import org.persistentchat.web.outbound.Traffic;
import org.persistentchat.web.pace.ConnectionPace;
import org.persistentchat.web.pace.Paces;

/** All connections of this server. */
@ApplicationScoped
public class Connections {
    @Inject
    ChatSessions sessions;

    @Inject
    ChatLimits limits;

    @Inject
    CommandDecoder decoder;

    @Inject
    Greeting greeting;

    @Inject
    SendRounds rounds;

    @Inject
    Traffic traffic;

    @Inject
    Paces paces;

    @Inject
    ChatPolicy policy;

    @Inject
    PersonDirectory people;

    @Inject
    OwnDuty own;

    @Inject
    MeterRegistry metrics;

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    /** Connections that were sent a close frame, and when. */
    private final Map<Connection, Long> closing = new ConcurrentHashMap<>();

    /** Tokens revoked lately, for connections whose handshake was under way at that moment. */
    private final Map<String, Long> revoked = new ConcurrentHashMap<>();

    /** Who waits for the end of all connections. */
    private final Object gone = new Object();

    @PostConstruct
    void registerMetrics() {
        traffic.register(metrics);
        metrics.gauge("persistentchat.connections", open, Set::size);
    }

    /** Begins a connection: it is greeted and may send commands. */
    Connection begin(Credential credential, FrameSender sender, Executor worker) {
        FrameWriter writer =
                new FrameWriter(sender, rounds, traffic, limits.outboundMessages(), limits.outboundBytes());
        Connection connection = new Connection(credential, sender, writer, worker, this);
        try {
            connection.begin(sessions.open(credential, connection), greeting.to(credential.person()));
        } catch (RuntimeException failure) {
            connection.closed();
            throw failure;
        }
        open.add(connection);
        if (!connection.mayBegin()) {
            tooMuch(connection);
            connection.end(CloseCode.TOO_MUCH);
        } else if (own.isSuspended()) {
            connection.leave(CloseCode.SHUTDOWN, ServerMessages.elsewhere(own.elsewhere()));
        } else if (revoked.containsKey(credential.tokenId())) {
            connection.end(CloseCode.SIGNED_OUT);
        }
        return connection;
    }

    void tokenRevoked(@Observes TokenRevoked event) {
        if (event.tokenId().isEmpty()) {
            return;
        }
        revoked.put(event.tokenId(), System.nanoTime());
        for (Connection connection : open) {
            if (connection.credential().tokenId().equals(event.tokenId())) {
                connection.end(CloseCode.SIGNED_OUT);
            }
        }
    }

    /** Asks all clients to come back later or elsewhere, when what they asked for is answered; who comes now is told the same. False if they were asked before. */
    boolean shutDown() {
        if (own.isSuspended()) {
            return false;
        }
        if (!open.isEmpty()) {
            ConnectionLog.LOG.shuttingDown(open.size());
        }
        own.suspend(true);
        byte[] last = ServerMessages.elsewhere(own.elsewhere());
        for (Connection connection : open) {
            connection.leave(CloseCode.SHUTDOWN, last);
        }
        return true;
    }

    /**
     * Returns when no connection is left, or after {@code nanos}; whoever then still waits for an answer waits no longer. By the end of that, what was in flight is
     * answered, and clients have the close frame.
     */
    void awaitGone(long nanos) {
        long end = System.nanoTime() + nanos;
        try {
            synchronized (gone) {
                for (long left = nanos; left > 0 && !(open.isEmpty() && closing.isEmpty()); ) {
                    TimeUnit.NANOSECONDS.timedWait(gone, left);
                    left = end - System.nanoTime();
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        open.forEach(connection -> connection.hurry(0));
    }

    /** The server goes on after all. */
    void resume() {
        own.suspend(false);
    }

    /** Sends at most {@code count} clients elsewhere. */
    void handOver(int count) {
        byte[] last = ServerMessages.elsewhere(own.elsewhere());
        Iterator<Connection> all = open.iterator();
        for (int left = count; left > 0 && all.hasNext(); ) {
            if (all.next().leave(CloseCode.ELSEWHERE, last)) {
                left--;
            }
        }
    }

    /** Ends who was not heard for too long, cuts off who did not answer a close frame for {@code graceNanos}. */
    void sweep(long graceNanos) {
        for (Connection connection : open) {
            if (connection.isSilent()) {
                connection.end(CloseCode.HEARTBEAT_MISSED);
            }
            connection.hurry(graceNanos);
        }
        long now = System.nanoTime();
        closing.forEach((connection, since) -> {
            if (now - since > graceNanos) {
                closing.remove(connection);
                connection.abort();
            }
        });
        long silence = allowedSilenceNanos();
        revoked.values().removeIf(since -> now - since > silence);
        paces.sweep();
    }

    /** Clients are told what concerns them; who may not use the chat any more is disconnected, by what is said of them now and not when they came. */
    void limitsChanged(@Observes LimitsChanged event) {
        boolean switchedOff = !limits.chatEnabled();
        byte[] push = LimitsForm.differ(event.before(), event.after()) ? ServerMessages.limits(event.after()) : null;
        for (Connection connection : open) {
            if (switchedOff
                    && !policy.mayChat(people.current(connection.credential().person()))) {
                connection.end(CloseCode.DEACTIVATED);
            } else if (push != null) {
                connection.put(push);
                connection.flush();
            }
        }
    }

    void tooMuch(Connection connection) {
        ConnectionLog.LOG.tooMuch(connection.credential().person().account());
    }

    ConnectionPace pace(Person person) {
        return paces.begin(person.id());
    }

    /** After so long a silence a client that is greeted now has gone: two and a half times the heartbeat. */
    long allowedSilenceNanos() {
        return limits.heartbeat().toNanos() / 2 * 5;
    }

    void tooSlow(Connection connection) {
        traffic.slowConsumer();
        ConnectionLog.LOG.slowConsumer(connection.credential().person().account());
    }

    void closing(Connection connection) {
        open.remove(connection);
        closing.put(connection, System.nanoTime());
        if (connection.isClosed()) {
            closing.remove(connection); // it was closed in the meantime
        }
    }

    void remove(Connection connection) {
        open.remove(connection);
        closing.remove(connection);
        if (own.isSuspended()) {
            synchronized (gone) {
                gone.notifyAll();
            }
        }
    }

    CommandDecoder decoder() {
        return decoder;
    }

    int size() {
        return open.size();
    }
}
