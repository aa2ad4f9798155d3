package org.persistentchat.loadtest.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.persistentchat.loadtest.client.Waiting;
import org.persistentchat.loadtest.progress.Progress;

/** One load: makes people and rooms, connects everybody, lets the senders post (or nobody, for an idle crowd), counts and measures. */
public final class LoadRun {
    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final Duration STANDSTILL = Duration.ofSeconds(3);
    private static final double NANOS_PER_SECOND = 1e9;

    private final LoadSettings settings;
    private final LoadShape shape;
    private final ServerProcesses server;
    private final Progress progress;

    /** Of servers whose processes are not known CPU and memory are left out. */
    public LoadRun(LoadSettings settings, LoadShape shape, ServerProcesses server, Progress progress) {
        this.settings = settings;
        this.shape = shape;
        this.server = server;
        this.progress = progress;
    }

    /** Blocks until the load is over. */
    public LoadReport run() {
        OpenFiles.allow(shape.connections());
        Population population = new Population(settings, progress);
        List<String> ids = population.rooms(shape.rooms());
        List<LoadRoom> rooms = IntStream.range(0, ids.size())
                .mapToObj(number -> LoadRoom.of(number, ids.get(number)))
                .toList();
        List<String> tokens = population.tokens(shape.connections());
        Memory.Reading before = Memory.Reading.of(server);
        try (Crowd crowd = new Crowd(settings, progress)) {
            crowd.open(shape, tokens, rooms);
            Memory.Reading after = Memory.Reading.of(server);
            Memory memory = Memory.between(before, after, crowd.complete());
            Sampler sampler = new Sampler(crowd.loops(), server);
            List<RoomSender> senders = senders(crowd, rooms);
            progress.phase("load", 0);
            sampler.start();
            start(senders);
            sampler.watch(settings.warmUp().toSeconds(), false);
            sampler.watch(settings.duration().toSeconds(), true);
            senders.forEach(RoomSender::stop);
            drain(crowd, rooms, senders);
            Faultlessness faults = onLoops(crowd, () -> Faultlessness.count(crowd.connections(), rooms));
            return report(crowd, sampler, faults, memory);
        }
    }

    private List<RoomSender> senders(Crowd crowd, List<LoadRoom> rooms) {
        List<RoomSender> senders = new ArrayList<>();
        int[] chosen = new int[rooms.size()];
        for (LoadConnection connection : crowd.connections()) {
            if (connection.end() != null) {
                continue;
            }
            // The first slot only: a connection that sends to all its rooms would be a bottleneck of its own.
            int room = connection.slots()[0].room;
            if (chosen[room] < shape.senders()) {
                chosen[room]++;
                senders.add(new RoomSender(connection, rooms.get(room), shape));
            }
        }
        return senders;
    }

    private void start(List<RoomSender> senders) {
        if (shape.rate() <= 0) {
            senders.forEach(RoomSender::startWindow);
            return;
        }
        long interval = (long) (senders.size() * NANOS_PER_SECOND / shape.rate());
        long first = Stamp.now();
        for (int number = 0; number < senders.size(); number++) {
            senders.get(number).startRate(first + interval * number / senders.size(), interval);
        }
    }

    /** Waits until everything has come, or nothing comes any more. */
    private void drain(Crowd crowd, List<LoadRoom> rooms, List<RoomSender> senders) {
        progress.phase("drain", 0);
        var settled = Waiting.until(DRAIN, () -> senders.stream().allMatch(RoomSender::settled));
        long before = Long.MAX_VALUE;
        long outstanding = onLoops(crowd, () -> Faultlessness.outstanding(crowd.connections(), rooms));
        while (outstanding > 0 && outstanding < before) {
            before = outstanding;
            long known = before;
            var unused = Waiting.until(
                    STANDSTILL,
                    () -> onLoops(crowd, () -> Faultlessness.outstanding(crowd.connections(), rooms)) < known);
            outstanding = onLoops(crowd, () -> Faultlessness.outstanding(crowd.connections(), rooms));
        }
        if (!settled) {
            progress.phase("some posts were never answered", 0);
        }
    }

    /** Runs after everything that the loops have written so far is visible here. */
    private static <T> T onLoops(Crowd crowd, Supplier<T> reader) {
        for (LoadLoop loop : crowd.loops()) {
            CompletableFuture<Boolean> passed = new CompletableFuture<>();
            loop.loop().execute(() -> passed.complete(true));
            Waiting.answer(passed);
        }
        return reader.get();
    }

    private LoadReport report(Crowd crowd, Sampler sampler, Faultlessness faults, Memory memory) {
        Sampler.Reading from = sampler.from();
        Sampler.Reading to = sampler.to();
        return new LoadReport(
                shape,
                crowd.complete(),
                crowd.refused(),
                crowd.lost(),
                crowd.reasons(),
                (to.nanos() - from.nanos()) / NANOS_PER_SECOND,
                to.deliveries() - from.deliveries(),
                to.posts() - from.posts(),
                crowd.connections().stream().mapToLong(LoadConnection::refusals).sum(),
                sampler.delivery(),
                sampler.acknowledge(),
                faults,
                to.serverCpu() - from.serverCpu(),
                to.generatorCpu() - from.generatorCpu(),
                memory,
                sampler.samples());
    }
}
