package org.persistentchat.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.persistentchat.hold.HoldCriteria;
import org.persistentchat.hold.SampleHolds;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.room.Room;
import org.persistentchat.room.SampleRooms;

/**
 * Whatever sequence of posts, holds, releases, rules and runs: nothing that is held goes, and after a run everything that has expired and is not held is gone.
 * The model knows no tables, steps, progress or gate.
 */
class RetentionModelProperties {
    private static final List<Person> PEOPLE = List.of(SamplePeople.ana(), SamplePeople.ben());
    private static final List<Room> ROOMS =
            List.of(SampleRooms.open(11), SampleRooms.open(12), SampleRooms.withoutHistory(13));
    private static final List<String> TEXTS = List.of("the merger", "lunch at noon", "merger, again", "nothing");
    private static final int ACTS = 60;

    private final KeptContent kept = new KeptContent(ROOMS.toArray(Room[]::new));
    private final List<Said> model = new ArrayList<>();
    private final Map<Long, HoldCriteria> holds = new HashMap<>();
    private final Map<RetentionScope, Days> rules = new HashMap<>();
    private long lastHold;

    private static final class Said {
        final Room room;
        final long sequence;
        final Person by;
        final Instant at;
        final String body;
        boolean gone;

        Said(Room room, long sequence, Person by, Instant at, String body) {
            this.room = room;
            this.sequence = sequence;
            this.by = by;
            this.at = at;
            this.body = body;
        }
    }

    @Property(tries = 150)
    void nothingHeldIsGoneAndEverythingExpiredIs(@ForAll long seed) {
        Random random = new Random(seed);
        RetentionModelProperties one = new RetentionModelProperties();
        for (int act = 0; act < ACTS; act++) {
            one.act(random);
        }
        one.run(random, false);
    }

    private void act(Random random) {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> say(random);
            case 4 -> kept.clock.pass(Duration.ofHours(random.nextInt(60)));
            case 5 -> hold(random);
            case 6 -> release(random);
            case 7 -> rule(random);
            case 8 -> run(random, true);
            default -> run(random, false);
        }
    }

    private void say(Random random) {
        Room room = ROOMS.get(random.nextInt(ROOMS.size()));
        Person by = PEOPLE.get(random.nextInt(PEOPLE.size()));
        for (int some = random.nextInt(1, 4); some > 0; some--) {
            String body = TEXTS.get(random.nextInt(TEXTS.size()));
            kept.say(room, by, body);
            long sequence = kept.content
                    .numbers(
                            "SELECT last_sequence FROM room_head WHERE room_id = ?",
                            room.id().value())
                    .get(0);
            model.add(new Said(room, sequence, by, kept.clock.instant(), body));
        }
    }

    private void hold(Random random) {
        Set<Long> rooms = random.nextBoolean()
                ? Set.of()
                : Set.of(ROOMS.get(random.nextInt(ROOMS.size())).id().value());
        Set<Long> people = random.nextBoolean()
                ? Set.of()
                : Set.of(PEOPLE.get(random.nextInt(PEOPLE.size())).id().value());
        String words = random.nextBoolean() ? "" : "merger";
        Optional<Instant> until = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(kept.clock.instant().minus(Duration.ofHours(random.nextInt(50))));
        HoldCriteria criteria = SampleHolds.of(rooms, people, words, Optional.empty(), until);
        SampleHolds.set(kept.content.dataSource(), ++lastHold, criteria);
        holds.put(lastHold, criteria);
    }

    private void release(Random random) {
        if (!holds.isEmpty()) {
            long hold = List.copyOf(holds.keySet()).get(random.nextInt(holds.size()));
            SampleHolds.release(kept.content.dataSource(), hold);
            holds.remove(hold);
            check();
        }
    }

    private void rule(Random random) {
        RetentionScope scope = switch (random.nextInt(4)) {
            case 0 -> RetentionScope.GLOBAL;
            case 1 -> RetentionScope.category(7);
            case 2 -> RetentionScope.category(8);
            default -> RetentionScope.room(11);
        };
        Days days = random.nextInt(4) == 0 ? Days.NONE : new Days(random.nextInt(4), null);
        kept.rule(scope, days);
        rules.put(scope, days);
    }

    private void run(Random random, boolean brokenOff) {
        int steps = random.nextInt(3);
        int[] done = {0};
        kept.run(sofar -> !brokenOff || done[0]++ < steps);
        Set<Said> expired = new java.util.HashSet<>();
        for (Said said : model) {
            if (!said.gone && isExpired(said) && !isHeld(said)) {
                expired.add(said);
            }
        }
        if (!brokenOff) {
            expired.forEach(said -> said.gone = true);
            check();
            return;
        }
        for (Said said : model) { // of what may go some has gone
            said.gone |= expired.contains(said) && kept.gone(said.room).contains(said.sequence);
        }
        check();
    }

    private boolean isExpired(Said said) {
        for (RetentionScope scope : List.of(
                RetentionScope.room(said.room.id().value()),
                RetentionScope.category(said.room.category().id().value()),
                RetentionScope.GLOBAL)) {
            Integer days = rules.getOrDefault(scope, Days.NONE).content();
            if (days != null) {
                Instant midnight = kept.clock.instant().truncatedTo(java.time.temporal.ChronoUnit.DAYS);
                return days != 0 && said.at.isBefore(midnight.minus(Duration.ofDays(days)));
            }
        }
        return false;
    }

    private boolean isHeld(Said said) {
        return holds.values().stream()
                .anyMatch(hold -> (hold.rooms().isEmpty()
                                || hold.rooms().containsKey(said.room.id().value()))
                        && (hold.people().isEmpty()
                                || hold.people().containsKey(said.by.id().value()))
                        && (hold.words().words().isEmpty() || said.body.contains("merger"))
                        && hold.until().map(said.at::isBefore).orElse(true));
    }

    private void check() {
        for (Room room : ROOMS) {
            Set<Long> gone = new TreeSet<>();
            model.stream().filter(said -> said.room.equals(room) && said.gone).forEach(said -> gone.add(said.sequence));
            assertThat(kept.gone(room)).isEqualTo(gone);
        }
    }
}
