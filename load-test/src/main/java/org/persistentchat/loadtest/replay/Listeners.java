package org.persistentchat.loadtest.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.persistentchat.loadtest.client.ChatEvent;
import org.persistentchat.loadtest.client.HistoryPage;
import org.persistentchat.loadtest.client.HistoryRange;
import org.persistentchat.loadtest.client.RoomStream;
import org.persistentchat.loadtest.client.Waiting;
import org.persistentchat.loadtest.verify.Differences;
import org.persistentchat.loadtest.verify.ListenerCheck;
import org.persistentchat.loadtest.verify.StreamFaults;

/** The people who sit in the rooms from the first word to the last and record what they receive. */
final class Listeners {
    private static final int PAGE = 500;

    private final int perRoom;
    private final Iterator<Person> people;
    private final Differences differences;
    private final Map<ReplayRoom, List<Speaker>> seated = new LinkedHashMap<>();

    Listeners(int perRoom, List<Person> people, Differences differences) {
        this.perRoom = perRoom;
        this.people = people.iterator();
        this.differences = differences;
    }

    void enter(List<RoomReplay> rooms, Function<Person, Speaker> opener) {
        for (RoomReplay replay : rooms) {
            List<Speaker> listeners = new ArrayList<>();
            for (int seat = 0; seat < perRoom; seat++) {
                Speaker listener = opener.apply(people.next());
                listener.enter(replay.room().id());
                listeners.add(listener);
            }
            seated.put(replay.room(), listeners);
        }
    }

    /** Waits until every listener has the room up to {@code last}. What is still missing then the check will say. */
    void await(ReplayRoom room, long last, Duration patience) {
        var unused = Waiting.until(
                patience,
                () -> of(room).stream()
                        .allMatch(listener -> listener.stream(room.id())
                                .map(stream -> stream.last() >= last)
                                .orElse(false)));
    }

    /** The whole history of a room through the protocol. */
    List<ChatEvent> history(ReplayRoom room) {
        Speaker reader = of(room).get(0);
        List<ChatEvent> history = new ArrayList<>();
        long last = 0;
        while (true) {
            HistoryPage page = Waiting.answer(reader.connection().history(room.id(), HistoryRange.after(last, PAGE)));
            if (page.events().isEmpty()) {
                return history;
            }
            history.addAll(page.events());
            long end = page.events().get(page.events().size() - 1).seq();
            if (end <= last) {
                throw new IllegalStateException("History of " + room.name() + " does not go on after " + last);
            }
            last = end;
        }
    }

    /** Compares every listener of the room with its history; returns how much they received in all. */
    long check(ReplayRoom room, List<ChatEvent> history) {
        long received = 0;
        for (Speaker listener : of(room)) {
            RoomStream stream = listener.stream(room.id()).orElseThrow();
            received += stream.receivedCount();
            new ListenerCheck(room.name(), listener.person().account(), history, differences)
                    .run(stream.start(), stream.received());
            StreamFaults.collect(
                    listener.person().account(), listener.connection().streams(), differences);
        }
        return received;
    }

    void leave() {
        seated.values().forEach(listeners -> listeners.forEach(Speaker::close));
    }

    private List<Speaker> of(ReplayRoom room) {
        return seated.getOrDefault(room, List.of());
    }
}
