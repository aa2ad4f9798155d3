package org.persistentchat.loadtest.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.persistentchat.loadtest.client.Backoff;
import org.persistentchat.loadtest.client.ChatNetwork;
import org.persistentchat.loadtest.client.ChatServer;
import org.persistentchat.loadtest.client.ConnectionSettings;
import org.persistentchat.loadtest.client.Waiting;
import org.persistentchat.loadtest.load.HomeServer;
import org.persistentchat.loadtest.load.LoadSettings;
import org.persistentchat.loadtest.load.Population;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.verify.ComplianceArchive;
import org.persistentchat.loadtest.verify.Differences;

/**
 * The conversation: begins when it is opened and goes on until {@link #finish}. What is done to the servers meanwhile is the caller's matter; {@link #fault}
 * notes it for the report.
 */
public final class Soak implements AutoCloseable {
    private static final int LOOPS = 2;
    private static final double NANOS_PER_SECOND = 1e9;

    private final SoakSettings settings;
    private final Progress progress;
    private final Differences differences = new Differences();
    private final SoakMeter meter = new SoakMeter();
    private final LongAdder skipped = new LongAdder();
    private final ChatNetwork network = new ChatNetwork(LOOPS);
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final Random random;
    private final List<SoakRoom> rooms;
    private final List<SoakPerson> people;

    private Soak(SoakSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.random = new Random(settings.seed());
        Population population = new Population(
                new LoadSettings(
                        settings.servers(),
                        settings.administrator(),
                        List.of(),
                        settings.people(),
                        Duration.ZERO,
                        Duration.ZERO,
                        settings.run(),
                        settings.bcryptCost(),
                        LOOPS),
                progress);
        this.rooms = rooms(population);
        this.people = people(population);
    }

    /** Makes the people and rooms, lets everybody enter, and begins. */
    public static Soak open(SoakSettings settings, Progress progress) {
        Soak soak = new Soak(settings, progress);
        progress.phase("entering", settings.people());
        for (SoakPerson person : soak.people) {
            person.enter();
            progress.step();
        }
        long pause = Math.round(NANOS_PER_SECOND / settings.rate());
        var unused = soak.clock.scheduleAtFixedRate(soak::speak, pause, pause, TimeUnit.NANOSECONDS);
        var unusedTick = soak.clock.scheduleAtFixedRate(soak.meter::look, 1, 1, TimeUnit.SECONDS);
        return soak;
    }

    private List<SoakRoom> rooms(Population population) {
        List<String> ids = population.rooms(settings.rooms());
        List<SoakRoom> made = new ArrayList<>();
        for (int number = 0; number < ids.size(); number++) {
            made.add(new SoakRoom(ids.get(number), population.roomName(number)));
        }
        return made;
    }

    private List<SoakPerson> people(Population population) {
        List<String> tokens = population.tokens(settings.people());
        List<SoakPerson> made = new ArrayList<>();
        for (int number = 0; number < tokens.size(); number++) {
            List<SoakRoom> own = new ArrayList<>();
            for (int room = 0; room < settings.roomsPerPerson(); room++) {
                own.add(rooms.get((number + room) % rooms.size()));
            }
            ConnectionSettings connection = new ConnectionSettings(
                    from(number), tokens.get(number), null, Backoff.DEFAULT, settings.patience(), true);
            made.add(new SoakPerson(
                    new SoakPerson.SoakAccount(population.account(number), Population.name(number), connection),
                    own,
                    meter,
                    differences,
                    network));
        }
        return made;
    }

    /** The servers, beginning with the one where this person begins. */
    private List<ChatServer> from(int number) {
        if (settings.gathered()) {
            return settings.servers();
        }
        return HomeServer.order(number, settings.servers());
    }

    /** One post by somebody who is not waiting for an answer; if all those asked are, nothing is said. */
    private void speak() {
        for (int tries = 0; tries < settings.people(); tries++) {
            SoakPerson person = people.get(random.nextInt(people.size()));
            SoakRoom room = person.rooms().get(random.nextInt(person.rooms().size()));
            if (person.say(room, settings.bodyCharacters())) {
                return;
            }
        }
        skipped.increment();
    }

    /** Notes what is being done to the servers. */
    public void fault(String what) {
        meter.fault(what);
    }

    /** How many posts are acknowledged by now. */
    public long acknowledged() {
        return rooms.stream().mapToLong(room -> room.acknowledged().size()).sum();
    }

    /** Ends the conversation, waits until everybody has everything (as long as patience says), and checks. */
    public SoakReport finish(@Nullable ComplianceArchive archive) {
        clock.shutdown();
        progress.phase("the last answers", 0);
        var unusedEnd = Waiting.until(settings.patience(), clock::isTerminated);
        var unused = Waiting.until(settings.patience(), () -> people.stream().noneMatch(SoakPerson::speaking));
        return new SoakVerification(settings, rooms, people, differences, progress).run(meter, skipped.sum(), archive);
    }

    /** Ends without checking; does nothing after {@link #finish}. */
    @Override
    public void close() {
        clock.shutdownNow();
        people.forEach(person -> person.connection().close());
        network.close();
    }
}
