package org.persistentchat.loadtest.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.persistentchat.loadtest.client.ChatConnection;
import org.persistentchat.loadtest.client.ChatNetwork;
import org.persistentchat.loadtest.client.ConnectionListener;
import org.persistentchat.loadtest.client.ConnectionSettings;
import org.persistentchat.loadtest.client.Waiting;
import org.persistentchat.loadtest.progress.Progress;

/**
 * Lets people enter an empty room and leave it again, one after the other, one command at a time. A round is a person's entering and leaving,
 * with all that the server does about it afterwards. The time is cut into {@value #PARTS} parts, because a machine's moods show in their spread.
 */
public final class EnteringBench {
    private static final int PARTS = 10;
    /** So many that nobody comes near the limit of commands of one connection. */
    private static final int PEOPLE = 8;

    private static final double MILLIS_PER_SECOND = 1e3;

    private final LoadSettings settings;
    private final ServerProcesses server;
    private final Progress progress;

    public EnteringBench(LoadSettings settings, ServerProcesses server, Progress progress) {
        this.settings = settings;
        this.server = server;
        this.progress = progress;
    }

    /**
     * What rounds cost.
     *
     * @param latency of entering alone
     * @param serverCpuMillisPerRound the median of the parts; 0 if the server's CPU time is not known
     * @param lowest that of the cheapest part
     * @param highest that of the dearest part
     */
    public record Rounds(long rounds, Latency latency, double serverCpuMillisPerRound, double lowest, double highest) {}

    /** Measures for the settings' duration, after their warm-up. */
    public Rounds run() {
        Population population = new Population(settings, progress);
        String room = population.rooms(1).get(0);
        List<String> tokens = population.tokens(PEOPLE);
        try (ChatNetwork network = new ChatNetwork(settings.loops())) {
            List<ChatConnection> people = tokens.stream()
                    .map(token -> ChatConnection.open(
                            network,
                            ConnectionSettings.of(settings.servers(), token).countingOnly(),
                            ConnectionListener.NONE))
                    .toList();
            progress.phase("warm-up", 0);
            var unused = part(people, room, settings.warmUp(), new ConcurrentHistogram(3));
            Rounds rounds = measure(people, room);
            people.forEach(ChatConnection::close);
            return rounds;
        }
    }

    private Rounds measure(List<ChatConnection> people, String room) {
        progress.phase("parts", PARTS);
        Histogram entering = new ConcurrentHistogram(3);
        double[] costs = new double[PARTS];
        long rounds = 0;
        for (int part = 0; part < PARTS; part++) {
            double cpu = server.cpuSeconds();
            long done = part(people, room, settings.duration().dividedBy(PARTS), entering);
            costs[part] = (server.cpuSeconds() - cpu) * MILLIS_PER_SECOND / done;
            rounds += done;
            progress.step();
        }
        Arrays.sort(costs);
        return new Rounds(rounds, Latency.of(entering), costs[PARTS / 2], costs[0], costs[PARTS - 1]);
    }

    /** Returns the rounds done; one at least. */
    private static long part(List<ChatConnection> people, String room, Duration duration, Histogram entering) {
        long start = System.nanoTime();
        long rounds = 0;
        do {
            ChatConnection person = people.get((int) (rounds % people.size()));
            long asked = System.nanoTime();
            Waiting.answer(person.enter(room, 0));
            entering.recordValue(System.nanoTime() - asked);
            Waiting.answer(person.leave(room));
            rounds++;
        } while (System.nanoTime() - start < duration.toNanos());
        return rounds;
    }
}
