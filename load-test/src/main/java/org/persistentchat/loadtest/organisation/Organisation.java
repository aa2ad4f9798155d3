package org.persistentchat.loadtest.organisation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.persistentchat.loadtest.client.AdministrationRest;
import org.persistentchat.loadtest.client.ChatRest;
import org.persistentchat.loadtest.client.ChatServer;
import org.persistentchat.loadtest.client.Credentials;
import org.persistentchat.loadtest.client.NewPerson;
import org.persistentchat.loadtest.client.RoomDraft;
import org.persistentchat.loadtest.progress.Progress;

/** Makes an organisation by REST, part by part, with several calls under way. */
public final class Organisation {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PEOPLE_PER_CALL = 1_000;
    private static final int MOST_ROOMS_PER_CALL = 200;

    /** A body has at most 1 MiB; a name some 30 bytes. */
    private static final int NAMES_PER_CALL = 20_000;

    private static final int GROUPS_IN_GROUP = 10;

    private final List<ChatServer> servers;
    private final OrganisationShape shape;
    private final Names names;
    private final Progress progress;
    private final ExecutorService threads;
    private final String token;

    /** Signs the administrator in. {@code run} makes the names of this organisation unique. */
    public Organisation(
            List<ChatServer> servers, Credentials administrator, OrganisationShape shape, String run, Work work) {
        this.servers = List.copyOf(servers);
        this.shape = shape;
        this.names = new Names(run);
        this.progress = work.progress();
        this.threads = Executors.newFixedThreadPool(work.parallel());
        this.token = new ChatRest(servers, PATIENCE).signIn(administrator.account(), administrator.password());
    }

    /** How it is done: how many calls at once, and who hears how far it is. */
    public record Work(int parallel, Progress progress) {}

    /** Makes everything; nobody of it has a password. */
    public List<Phase> make() {
        try {
            List<Phase> phases = new ArrayList<>();
            phases.add(people());
            if (shape.groups() > 0) {
                phases.add(groups("groups", plainGroups()));
                phases.add(groups("groups of groups", outerGroups()));
            }
            Map<Integer, String> categories = new ConcurrentHashMap<>();
            phases.add(categories(categories));
            phases.add(rooms(IntStream.range(0, shape.categories())
                    .mapToObj(categories::get)
                    .toList()));
            return phases;
        } finally {
            threads.shutdownNow();
        }
    }

    private Phase people() {
        ChatRest rest = new ChatRest(servers, PATIENCE);
        List<Call> calls = new ArrayList<>();
        for (int from = 0; from < shape.people(); from += PEOPLE_PER_CALL) {
            List<NewPerson> some = IntStream.range(from, Math.min(shape.people(), from + PEOPLE_PER_CALL))
                    .mapToObj(number -> new NewPerson(names.account(number), "Person " + number, ""))
                    .toList();
            calls.add(new Call(some.size(), 0, () -> rest.createPeople(token, some)));
        }
        return run("people", calls);
    }

    private List<Integer> plainGroups() {
        return IntStream.range(0, shape.groups())
                .filter(number -> number % GROUPS_IN_GROUP != GROUPS_IN_GROUP - 1)
                .boxed()
                .toList();
    }

    private List<Integer> outerGroups() {
        return IntStream.range(0, shape.groups())
                .filter(number -> number % GROUPS_IN_GROUP == GROUPS_IN_GROUP - 1)
                .boxed()
                .toList();
    }

    private Phase groups(String phase, List<Integer> numbers) {
        AdministrationRest rest = new AdministrationRest(servers, token, PATIENCE);
        return run(
                phase,
                numbers.stream()
                        .map(number -> {
                            List<String> members = members(number);
                            return new Call(1, members.size(), () -> rest.createGroup(names.group(number), members));
                        })
                        .toList());
    }

    private List<String> members(int group) {
        List<String> members = new ArrayList<>();
        if (group % GROUPS_IN_GROUP == GROUPS_IN_GROUP - 1) {
            for (int inner = group - GROUPS_IN_GROUP + 1; inner < group; inner++) {
                members.add("group:" + names.group(inner));
            }
        }
        long first = (long) group * shape.groupSize();
        for (int place = 0; place < Math.min(shape.groupSize(), shape.people()); place++) {
            members.add(names.person((int) ((first + place) % shape.people())));
        }
        return members;
    }

    private Phase categories(Map<Integer, String> ids) {
        AdministrationRest rest = new AdministrationRest(servers, token, PATIENCE);
        return run(
                "categories",
                IntStream.range(0, shape.categories())
                        .mapToObj(number ->
                                new Call(1, 1, () -> ids.put(number, rest.createCategory(names.category(number)))))
                        .toList());
    }

    private Phase rooms(List<String> categories) {
        AdministrationRest rest = new AdministrationRest(servers, token, PATIENCE);
        RoomPlan plan = new RoomPlan(shape, names, categories);
        List<Call> calls = new ArrayList<>();
        int from = 0;
        while (from < shape.rooms()) {
            int to = from;
            long entries = 0;
            do {
                entries += plan.room(to++).entries();
            } while (to < shape.rooms()
                    && to - from < MOST_ROOMS_PER_CALL
                    && entries + plan.room(to).entries() <= NAMES_PER_CALL);
            int first = from;
            int last = to;
            calls.add(new Call(to - from, entries, () -> rest.createRooms(rooms(plan, first, last))));
            from = to;
        }
        return run("rooms", calls);
    }

    private static List<RoomDraft> rooms(RoomPlan plan, int from, int to) {
        return IntStream.range(from, to).mapToObj(plan::room).toList();
    }

    /** One call that makes {@code made} things with so many names in their lists. */
    private record Call(int made, long entries, Runnable action) {}

    private Phase run(String name, List<Call> calls) {
        progress.phase(name, calls.stream().mapToLong(Call::made).sum());
        long started = System.nanoTime();
        AtomicLong slowest = new AtomicLong();
        Queue<CompletableFuture<?>> waiting = new ConcurrentLinkedQueue<>();
        for (Call call : calls) {
            waiting.add(CompletableFuture.runAsync(
                    () -> {
                        long begun = System.nanoTime();
                        call.action().run();
                        slowest.accumulateAndGet(System.nanoTime() - begun, Math::max);
                        for (int step = 0; step < call.made(); step++) {
                            progress.step();
                        }
                    },
                    threads));
        }
        waiting.forEach(CompletableFuture::join);
        return new Phase(
                name,
                calls.stream().mapToLong(Call::made).sum(),
                calls.size(),
                calls.stream().mapToLong(Call::entries).sum(),
                (System.nanoTime() - started) / 1e9,
                slowest.get() / 1e6);
    }
}
