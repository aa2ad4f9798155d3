package org.persistentchat.loadtest.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.persistentchat.loadtest.client.ChatConnection;
import org.persistentchat.loadtest.client.ChatNetwork;
import org.persistentchat.loadtest.client.ChatRest;
import org.persistentchat.loadtest.client.ChatServer;
import org.persistentchat.loadtest.client.ConnectionListener;
import org.persistentchat.loadtest.client.ConnectionSettings;
import org.persistentchat.loadtest.client.Credentials;
import org.persistentchat.loadtest.client.NewRoom;
import org.persistentchat.loadtest.client.Waiting;
import org.persistentchat.loadtest.irc.ChannelLog;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.verify.ComplianceArchive;
import org.persistentchat.loadtest.verify.Differences;
import org.persistentchat.loadtest.verify.Presence;
import org.persistentchat.loadtest.verify.StreamFaults;

/** One replay: prepares people and rooms, lets the rooms speak in parallel, verifies. Use it once. */
public final class Replay {
    private final List<ChatServer> servers;
    private final Credentials administrator;
    private final ReplaySettings settings;
    private final Progress progress;
    private final Differences differences = new Differences();
    private final Presence presence = new Presence();
    private final LongAdder breaks = new LongAdder();

    /** Counts connections, which go to the servers in turn. */
    private final AtomicInteger spread = new AtomicInteger();

    private final ChatRest rest;

    public Replay(List<ChatServer> servers, Credentials administrator, ReplaySettings settings, Progress progress) {
        this.servers = List.copyOf(servers);
        this.administrator = administrator;
        this.settings = settings;
        this.progress = progress;
        this.rest = new ChatRest(servers, settings.patience());
    }

    /** Blocks until all is said and verified. Without an archive the compliance database is left out and the report says so. */
    public ReplayReport run(List<ChannelLog> logs, @Nullable ComplianceArchive archive) {
        if (archive != null) {
            // An archive that cannot be read is better found out now than after an hour.
            var unused = archive.count("no such room", "POST");
        }
        String adminToken = rest.signIn(administrator.account(), administrator.password());
        try (ChatNetwork network = new ChatNetwork(2)) {
            List<Script> scripts = scripts(logs, bodyLimit(network, adminToken));
            Map<String, Person> people = people(scripts);
            List<Person> listenerPeople = listenerPeople(scripts.size() * settings.listeners());
            People accounts = new People(rest, settings.bcryptCost());
            progress.phase("people", 0);
            List<Person> everybody = new ArrayList<>(people.values());
            everybody.addAll(listenerPeople);
            accounts.create(adminToken, everybody);
            SpeakerPool speakers = new SpeakerPool(
                    settings.connections(),
                    person -> speaker(network, accounts, person, false),
                    speaker -> StreamFaults.collect(
                            speaker.person().account(), speaker.connection().streams(), differences));
            List<RoomReplay> rooms = rooms(adminToken, scripts, speakers, people);
            progress.phase("listeners", 0);
            Listeners listeners = new Listeners(settings.listeners(), listenerPeople, differences);
            listeners.enter(rooms, person -> speaker(network, accounts, person, true));
            double seconds = speak(rooms, speakers);
            Verification verification = new Verification(settings.patience(), differences, progress);
            List<RoomReport> reports = verification.run(rooms, listeners, archive, presence);
            return new ReplayReport(
                    settings.run(),
                    reports,
                    everybody.size(),
                    speakers.opened(),
                    breaks.sum(),
                    seconds,
                    archive != null,
                    differences.count(),
                    differences.counts(),
                    ReplayReport.shown(differences.first()));
        }
    }

    private int bodyLimit(ChatNetwork network, String token) {
        try (ChatConnection connection =
                ChatConnection.open(network, ConnectionSettings.of(servers, token), ConnectionListener.NONE)) {
            return Waiting.answer(connection.ready()).bodyCharacters();
        }
    }

    private static List<Script> scripts(List<ChannelLog> logs, int bodyLimit) {
        return logs.stream().map(log -> Script.of(log, bodyLimit)).toList();
    }

    private Map<String, Person> people(List<Script> scripts) {
        Accounts accounts = new Accounts(settings.run());
        Map<String, Person> people = new TreeMap<>();
        TreeSet<String> nicks = new TreeSet<>();
        scripts.forEach(script -> nicks.addAll(script.people()));
        nicks.forEach(nick -> people.put(nick, new Person(accounts.of(nick), nick)));
        return people;
    }

    private List<Person> listenerPeople(int count) {
        Accounts accounts = new Accounts(settings.run());
        List<Person> people = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            people.add(new Person(accounts.of("listener " + number), "Listener " + number));
        }
        return people;
    }

    private Speaker speaker(ChatNetwork network, People accounts, Person person, boolean records) {
        ConnectionSettings connection =
                ConnectionSettings.of(servers, accounts.token(person)).beginningAt(spread.getAndIncrement());
        return new Speaker(person, presence, breaks, network, records ? connection : connection.countingOnly());
    }

    private List<RoomReplay> rooms(
            String token, List<Script> scripts, SpeakerPool speakers, Map<String, Person> people) {
        progress.phase("rooms", 0);
        String category = rest.category(token, settings.category())
                .orElseGet(() -> rest.createCategory(token, settings.category()));
        Function<String, Person> known = nick -> {
            Person person = people.get(nick);
            if (person == null) {
                throw new IllegalStateException("Nobody is called " + nick);
            }
            return person;
        };
        List<RoomReplay> rooms = new ArrayList<>();
        for (Script script : scripts) {
            String name = script.channel() + " " + settings.run();
            ReplayRoom room = new ReplayRoom(rest.createRoom(token, NewRoom.open(name, category)), name);
            rooms.add(new RoomReplay(script, room, speakers, known, new Pace(settings.pace()), progress, differences));
        }
        return rooms;
    }

    private double speak(List<RoomReplay> rooms, SpeakerPool speakers) {
        progress.phase(
                "posts", rooms.stream().mapToLong(room -> room.script().posts()).sum());
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, rooms.size()));
        try {
            List<CompletableFuture<Void>> running = rooms.stream()
                    .map(room -> CompletableFuture.runAsync(room, threads))
                    .toList();
            running.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        speakers.close();
        return seconds;
    }
}
