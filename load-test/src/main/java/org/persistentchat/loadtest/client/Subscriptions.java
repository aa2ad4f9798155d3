package org.persistentchat.loadtest.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rooms of one connection and their streams. Belongs to its event loop; only {@link #stream} may be called from elsewhere. */
final class Subscriptions {
    private final boolean keepEvents;
    private final ConnectionListener listener;
    private final Map<String, Subscription> entered = new LinkedHashMap<>();
    private final Map<String, RoomStream> streams = new ConcurrentHashMap<>();

    Subscriptions(boolean keepEvents, ConnectionListener listener) {
        this.keepEvents = keepEvents;
        this.listener = listener;
    }

    @Nullable RoomStream stream(String room) {
        return streams.get(room);
    }

    List<RoomStream> streams() {
        return List.copyOf(streams.values());
    }

    private RoomStream streamOf(String room) {
        return streams.computeIfAbsent(room, id -> new RoomStream(id, keepEvents));
    }

    /** An {@code enter} is about to be sent. */
    void entering(String room) {
        entered.computeIfAbsent(room, id -> new Subscription(streamOf(id), listener));
    }

    /** Returns the subscription if it has to be recovered up to {@code last} first, null if it flows. */
    @Nullable Subscription entered(String room, long last) {
        Subscription subscription = entered.computeIfAbsent(room, id -> new Subscription(streamOf(id), listener));
        listener.entered(room);
        if (!subscription.begun()) {
            subscription.begin(last);
        } else if (subscription.stream().last() < last) {
            subscription.hold();
            return subscription;
        }
        subscription.flow();
        return null;
    }

    void refused(String room) {
        Subscription subscription = entered.get(room);
        if (subscription != null && !subscription.begun()) {
            entered.remove(room);
        }
    }

    void left(String room) {
        entered.remove(room);
    }

    void leftBecause(String room, ChatError reason) {
        if (entered.remove(room) != null) {
            listener.left(room, reason);
        }
    }

    void pushed(String room, List<ChatEvent> events) {
        Subscription subscription = entered.get(room);
        if (subscription != null) {
            subscription.pushed(events);
        } else {
            events.forEach(event -> streamOf(room).fault(StreamFault.Kind.STRAY, 0, event.seq()));
        }
    }

    void broken() {
        entered.values().forEach(Subscription::broken);
    }

    /** The {@code resume} commands that bring all rooms back, each for at most {@code most} rooms. */
    List<ObjectNode> resumeCommands(int most) {
        List<ObjectNode> commands = new ArrayList<>();
        ArrayNode rooms = Json.array();
        for (Subscription subscription : entered.values()) {
            if (!subscription.begun()) {
                continue;
            }
            rooms.addObject()
                    .put("room", subscription.stream().room())
                    .put("after", subscription.stream().last());
            if (rooms.size() == most) {
                commands.add(Json.object().put("do", "resume").set("rooms", rooms));
                rooms = Json.array();
            }
        }
        if (!rooms.isEmpty()) {
            commands.add(Json.object().put("do", "resume").set("rooms", rooms));
        }
        return commands;
    }

    /** Takes the answer for one room; returns the subscription if the rest has to be read from history. */
    @Nullable Subscription resumed(JsonNode answer) {
        String room = answer.path("room").asText();
        Subscription subscription = entered.get(room);
        if (subscription == null) {
            return null;
        }
        if (answer.has("error")) {
            leftBecause(room, ChatError.read(answer.get("error")));
            return null;
        }
        listener.entered(room);
        long last = answer.path("last").asLong();
        subscription.take(ChatEvent.readAll(answer.path("events")));
        if (last < subscription.stream().last()) {
            subscription.stream().rewind(last);
        }
        if (last > subscription.stream().last()) {
            if (answer.path("reset").asBoolean()) {
                return subscription;
            }
            subscription.stream().skipTo(last);
        }
        subscription.flow();
        return null;
    }
}
