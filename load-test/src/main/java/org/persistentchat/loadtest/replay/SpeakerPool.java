package org.persistentchat.loadtest.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.persistentchat.loadtest.client.Waiting;

/**
 * Keeps a bounded number of speakers connected: who has been silent longest leaves all rooms and is disconnected, and comes back when it speaks
 * again. The bound may be passed for as long as all speakers are in use.
 */
final class SpeakerPool {
    private final int bound;
    private final Function<Person, Speaker> opener;
    private final Consumer<Speaker> farewell;
    private final LinkedHashMap<String, Seat> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, CompletableFuture<Void>> closing = new HashMap<>();
    private int opened;

    /** A connected speaker and how many rooms use it at the moment. */
    private static final class Seat {
        private final Speaker speaker;
        private int users;

        private Seat(Speaker speaker) {
            this.speaker = speaker;
        }
    }

    SpeakerPool(int bound, Function<Person, Speaker> opener, Consumer<Speaker> farewell) {
        this.bound = bound;
        this.opener = opener;
        this.farewell = farewell;
    }

    /** Does something as that person, connecting it first if need be. */
    void as(Person person, Consumer<Speaker> action) {
        Speaker speaker = take(person);
        try {
            action.accept(speaker);
        } finally {
            giveBack(person);
        }
        evict(bound);
    }

    /** Does something as that person if it is connected. */
    void ifOpen(Person person, Consumer<Speaker> action) {
        synchronized (this) {
            if (!open.containsKey(person.account())) {
                return;
            }
        }
        as(person, action);
    }

    /** Everybody leaves. */
    void close() {
        evict(0);
    }

    /** How many connections were opened in all. */
    synchronized int opened() {
        return opened;
    }

    private Speaker take(Person person) {
        while (true) {
            CompletableFuture<Void> farewellUnderWay;
            synchronized (this) {
                farewellUnderWay = closing.get(person.account());
                if (farewellUnderWay == null) {
                    Seat seat = open.get(person.account());
                    if (seat == null) {
                        seat = new Seat(opener.apply(person));
                        open.put(person.account(), seat);
                        opened++;
                    }
                    seat.users++;
                    return seat.speaker;
                }
            }
            // The person must be gone from its rooms before it comes again, or its comings and goings would mix.
            Waiting.answer(farewellUnderWay);
        }
    }

    private synchronized void giveBack(Person person) {
        Seat seat = open.get(person.account());
        if (seat != null) {
            seat.users--;
        }
    }

    private void evict(int remaining) {
        for (Speaker speaker : choose(remaining)) {
            try {
                farewell.accept(speaker);
                speaker.close();
            } finally {
                CompletableFuture<Void> gone;
                synchronized (this) {
                    gone = closing.remove(speaker.person().account());
                }
                if (gone != null) {
                    gone.complete(null);
                }
            }
        }
    }

    private synchronized List<Speaker> choose(int remaining) {
        List<Speaker> chosen = new ArrayList<>();
        Iterator<Seat> seats = open.values().iterator();
        while (open.size() > remaining && seats.hasNext()) {
            Seat seat = seats.next();
            if (seat.users == 0) {
                seats.remove();
                closing.put(seat.speaker.person().account(), new CompletableFuture<>());
                chosen.add(seat.speaker);
            }
        }
        return chosen;
    }
}
