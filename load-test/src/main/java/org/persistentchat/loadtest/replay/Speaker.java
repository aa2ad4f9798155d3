package org.persistentchat.loadtest.replay;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.persistentchat.loadtest.client.ChatConnection;
import org.persistentchat.loadtest.client.ChatError;
import org.persistentchat.loadtest.client.ChatNetwork;
import org.persistentchat.loadtest.client.ConnectionListener;
import org.persistentchat.loadtest.client.ConnectionSettings;
import org.persistentchat.loadtest.client.LinkClosed;
import org.persistentchat.loadtest.client.Posted;
import org.persistentchat.loadtest.client.RoomStream;
import org.persistentchat.loadtest.client.Waiting;
import org.persistentchat.loadtest.verify.Presence;

/** A person with an open connection, who speaks or only listens. Notes comings and goings as the server confirmed them. */
final class Speaker implements ConnectionListener {
    private final Person person;
    private final Presence presence;
    private final LongAdder breaks;
    private final ChatConnection connection;
    /** Rooms the person wants to be in; a broken connection changes nothing about that. */
    private final Set<String> rooms = ConcurrentHashMap.newKeySet();
    /** Rooms the server confirmed on the present link. */
    private final Set<String> inside = ConcurrentHashMap.newKeySet();

    private final Set<String> entering = ConcurrentHashMap.newKeySet();

    Speaker(Person person, Presence presence, LongAdder breaks, ChatNetwork network, ConnectionSettings settings) {
        this.person = person;
        this.presence = presence;
        this.breaks = breaks;
        this.connection = ChatConnection.open(network, settings, this);
    }

    Person person() {
        return person;
    }

    /** Comes in unless inside already. */
    void enter(String room) {
        if (rooms.contains(room)) {
            return;
        }
        entering.add(room);
        try {
            Waiting.answer(connection.enter(room, 0));
            rooms.add(room);
        } finally {
            entering.remove(room);
        }
    }

    /** Completes the post before it returns; a break in between only takes time. */
    Posted post(String room, String key, String text) {
        return Waiting.answer(connection.post(room, key, text));
    }

    void leave(String room) {
        if (rooms.remove(room)) {
            Waiting.answer(connection.leave(room));
            if (inside.remove(room)) {
                presence.parted(room, person.account());
            }
        }
    }

    /** Leaves all rooms, then ends the connection. */
    void close() {
        Set.copyOf(rooms).forEach(this::leave);
        connection.close();
    }

    ChatConnection connection() {
        return connection;
    }

    Optional<RoomStream> stream(String room) {
        return connection.stream(room);
    }

    @Override
    public void entered(String room) {
        entering.remove(room);
        if (inside.add(room)) {
            presence.joined(room, person.account());
        }
    }

    @Override
    public void left(String room, ChatError reason) {
        rooms.remove(room);
        if (inside.remove(room)) {
            presence.parted(room, person.account());
        }
    }

    @Override
    public void broken(LinkClosed reason, boolean mayReturn) {
        if (mayReturn) {
            breaks.increment();
        }
        for (String room : Set.copyOf(inside)) {
            inside.remove(room);
            presence.mayHaveParted(room, person.account());
        }
        entering.forEach(room -> presence.mayHaveJoined(room, person.account()));
    }
}
