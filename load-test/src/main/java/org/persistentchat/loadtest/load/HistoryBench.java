package org.persistentchat.loadtest.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.persistentchat.loadtest.client.ChatConnection;
import org.persistentchat.loadtest.client.ChatNetwork;
import org.persistentchat.loadtest.client.ConnectionListener;
import org.persistentchat.loadtest.client.ConnectionSettings;
import org.persistentchat.loadtest.client.HistoryPage;
import org.persistentchat.loadtest.client.HistoryRange;
import org.persistentchat.loadtest.client.Posted;
import org.persistentchat.loadtest.client.Waiting;
import org.persistentchat.loadtest.progress.Progress;

/** Fills a room, then reads its newest page, and pages at random places, again and again. */
public final class HistoryBench {
    private static final int FILL_WINDOW = 128;
    private static final int BODY = 200;
    private static final double NANOS_PER_SECOND = 1e9;

    private final LoadSettings settings;
    private final ServerProcesses server;
    private final Progress progress;

    public HistoryBench(LoadSettings settings, ServerProcesses server, Progress progress) {
        this.settings = settings;
        this.server = server;
        this.progress = progress;
    }

    /**
     * How one sort of page was served.
     *
     * @param wrong pages that were not contiguous or not of the length asked
     * @param serverCpuMillisPerPage 0 if the server's CPU time is not known
     */
    public record Pages(
            String sort, long pages, long wrong, double perSecond, double serverCpuMillisPerPage, Latency latency) {}

    /** Reads pages of {@code limit} out of {@code messages}. */
    public List<Pages> run(int messages, int limit) {
        Population population = new Population(settings, progress);
        String room = population.rooms(1).get(0);
        String token = population.tokens(1).get(0);
        try (ChatNetwork network = new ChatNetwork(settings.loops());
                ChatConnection connection = ChatConnection.open(
                        network,
                        ConnectionSettings.of(settings.servers(), token).countingOnly(),
                        ConnectionListener.NONE)) {
            fill(connection, room, messages);
            var unused = read(connection, room, "warm-up", messages, limit);
            return List.of(
                    read(connection, room, "newest", messages, limit),
                    read(connection, room, "random", messages, limit));
        }
    }

    private void fill(ChatConnection connection, String room, int messages) {
        progress.phase("messages", messages);
        Waiting.answer(connection.enter(room, 0));
        Deque<CompletableFuture<Posted>> flying = new ArrayDeque<>();
        for (int number = 0; number < messages; number++) {
            flying.add(connection.post(room, "fill-" + number, Stamp.body(Stamp.now(), BODY)));
            if (flying.size() >= FILL_WINDOW) {
                Waiting.answer(flying.remove());
                progress.step();
            }
        }
        while (!flying.isEmpty()) {
            Waiting.answer(flying.remove());
            progress.step();
        }
        Waiting.answer(connection.leave(room));
    }

    private Pages read(ChatConnection connection, String room, String sort, int messages, int limit) {
        progress.phase("pages: " + sort, 0);
        long duration = (sort.equals("warm-up") ? settings.warmUp() : settings.duration()).toNanos();
        Histogram latency = new ConcurrentHistogram(3);
        double cpu = server.cpuSeconds();
        long start = System.nanoTime();
        long pages = 0;
        long wrong = 0;
        while (System.nanoTime() - start < duration) {
            boolean random = !sort.equals("newest");
            HistoryRange range = random
                    ? HistoryRange.before(ThreadLocalRandom.current().nextLong(limit + 1L, messages + 2L), limit)
                    : HistoryRange.newest(limit);
            long asked = System.nanoTime();
            HistoryPage page = Waiting.answer(connection.history(room, range));
            latency.recordValue(System.nanoTime() - asked);
            pages++;
            wrong += right(page, random ? range.seq() - 1 : messages, limit) ? 0 : 1;
        }
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        double used = server.cpuSeconds() - cpu;
        return new Pages(sort, pages, wrong, pages / seconds, used * 1000 / Math.max(1, pages), Latency.of(latency));
    }

    private static boolean right(HistoryPage page, long last, int limit) {
        if (page.events().size() != limit) {
            return false;
        }
        for (int index = 0; index < limit; index++) {
            if (page.events().get(index).seq() != last - limit + 1 + index) {
                return false;
            }
        }
        return true;
    }
}
