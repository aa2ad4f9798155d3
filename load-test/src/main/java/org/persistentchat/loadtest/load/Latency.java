package org.persistentchat.loadtest.load;

import org.HdrHistogram.Histogram;

/** A distribution of latencies in milliseconds. */
public record Latency(long count, double p50, double p95, double p99, double p999, double max) {
    private static final double NANOS = 1e6;

    static Latency of(Histogram nanos) {
        if (nanos.getTotalCount() == 0) {
            return new Latency(0, 0, 0, 0, 0, 0);
        }
        return new Latency(
                nanos.getTotalCount(),
                nanos.getValueAtPercentile(50) / NANOS,
                nanos.getValueAtPercentile(95) / NANOS,
                nanos.getValueAtPercentile(99) / NANOS,
                nanos.getValueAtPercentile(99.9) / NANOS,
                nanos.getMaxValue() / NANOS);
    }
}
