package org.persistentchat.loadtest.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Counts what happens, second by second. Safe for use by many threads. */
final class SoakMeter {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final long begun = System.nanoTime();
    private final LongAdder deliveries = new LongAdder();
    private final AtomicInteger away = new AtomicInteger();
    private final Recorder acknowledgements = new Recorder(3);
    private final Histogram absences = new Histogram(3);
    private final Recorder absencesNow = new Recorder(3);
    private final List<SoakSample> samples = new ArrayList<>();
    private final List<SoakFault> faults = new ArrayList<>();

    void acknowledged(long nanos) {
        acknowledgements.recordValue(nanos);
    }

    void delivered(int events) {
        deliveries.add(events);
    }

    void left() {
        away.incrementAndGet();
    }

    void returned(long nanos) {
        away.decrementAndGet();
        absencesNow.recordValue(nanos);
    }

    double second() {
        return (System.nanoTime() - begun) / NANOS_PER_SECOND;
    }

    synchronized void fault(String what) {
        faults.add(new SoakFault(second(), what));
    }

    synchronized List<SoakFault> faults() {
        return List.copyOf(faults);
    }

    /** Closes the present second. Called by one thread. */
    void look() {
        Histogram answered = acknowledgements.getIntervalHistogram();
        Histogram returned = absencesNow.getIntervalHistogram();
        absences.add(returned);
        samples.add(new SoakSample(
                second(),
                answered.getTotalCount(),
                deliveries.sumThenReset(),
                away.get(),
                millis(answered, 50),
                millis(answered, 100),
                millis(returned, 100)));
    }

    List<SoakSample> samples() {
        return List.copyOf(samples);
    }

    /** How often a connection was gone, and for how long. */
    SoakAbsences absences() {
        return new SoakAbsences(
                absences.getTotalCount(), millis(absences, 50), millis(absences, 99), millis(absences, 100));
    }

    private static double millis(Histogram nanos, double percentile) {
        return nanos.getTotalCount() == 0 ? 0 : nanos.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }
}
