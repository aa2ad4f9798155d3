package org.persistentchat.loadtest.load;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.persistentchat.loadtest.client.Waiting;

/** Looks at the counters once a second. Everything measured is the sum of the seconds after the warm-up. */
final class Sampler {
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<LoadLoop> loops;
    private final ServerProcesses server;
    private final ServerProcess generator =
            new ServerProcess(ProcessHandle.current().pid());
    private final Histogram delivery = new Histogram(3);
    private final Histogram acknowledge = new Histogram(3);
    private final List<Sample> samples = new ArrayList<>();
    private long start;
    private Reading before = new Reading(0, 0, 0, 0, 0);
    private Reading measuredFrom = before;
    private boolean measuring;

    /** What the counters say at a moment. */
    record Reading(long nanos, long deliveries, long posts, double serverCpu, double generatorCpu) {}

    Sampler(List<LoadLoop> loops, ServerProcesses server) {
        this.loops = loops;
        this.server = server;
    }

    void start() {
        start = System.nanoTime();
        interval(new Histogram(3), new Histogram(3));
        before = read(0, 0);
    }

    /** Looks once a second for so long. */
    void watch(long seconds, boolean measured) {
        if (measured) {
            measuring = true;
            measuredFrom = before;
        }
        long begin = before.nanos();
        for (long second = 1; second <= seconds; second++) {
            long due = begin + second * 1_000_000_000L;
            Waiting.pause(Math.max(1, (due - System.nanoTime()) / 1_000_000));
            look();
        }
    }

    private void look() {
        Histogram deliveries = new Histogram(3);
        Histogram acknowledgements = new Histogram(3);
        interval(deliveries, acknowledgements);
        Reading now = read(
                before.deliveries() + deliveries.getTotalCount(), before.posts() + acknowledgements.getTotalCount());
        double seconds = (now.nanos() - before.nanos()) / NANOS_PER_SECOND;
        samples.add(new Sample(
                (now.nanos() - start) / NANOS_PER_SECOND,
                measuring,
                (now.deliveries() - before.deliveries()) / seconds,
                (now.posts() - before.posts()) / seconds,
                Latency.of(deliveries),
                Latency.of(acknowledgements),
                (now.serverCpu() - before.serverCpu()) / seconds,
                (now.generatorCpu() - before.generatorCpu()) / seconds,
                server.residentKib()));
        if (measuring) {
            delivery.add(deliveries);
            acknowledge.add(acknowledgements);
        }
        before = now;
    }

    private void interval(Histogram deliveries, Histogram acknowledgements) {
        for (LoadLoop loop : loops) {
            deliveries.add(loop.deliveryNanos.getIntervalHistogram());
            acknowledgements.add(loop.acknowledgeNanos.getIntervalHistogram());
        }
    }

    /** Counts are those of the histograms: what is counted and what is measured is the same. */
    private Reading read(long deliveries, long posts) {
        return new Reading(System.nanoTime(), deliveries, posts, server.cpuSeconds(), generator.cpuSeconds());
    }

    List<Sample> samples() {
        return samples;
    }

    /** The counters at the end of the warm-up. */
    Reading from() {
        return measuredFrom;
    }

    /** The counters at the last look. */
    Reading to() {
        return before;
    }

    Latency delivery() {
        return Latency.of(delivery);
    }

    Latency acknowledge() {
        return Latency.of(acknowledge);
    }
}
