package org.persistentchat.loadtest.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The result of a load.
 *
 * @param connected connections that entered all their rooms
 * @param refused connections that never did
 * @param lost connections that ended in between
 * @param reasons why connections ended
 * @param deliveries counted in {@code seconds}, as are posts and CPU seconds
 * @param refusals commands answered with an error
 */
public record LoadReport(
        LoadShape shape,
        int connected,
        int refused,
        int lost,
        Map<String, Integer> reasons,
        double seconds,
        long deliveries,
        long posts,
        long refusals,
        Latency delivery,
        Latency acknowledge,
        Faultlessness faults,
        double serverCpuSeconds,
        double generatorCpuSeconds,
        Memory memory,
        List<Sample> samples) {
    private static final double MILLION = 1e6;

    @JsonProperty
    public double deliveriesPerSecond() {
        return deliveries / Math.max(0.001, seconds);
    }

    @JsonProperty
    public double postsPerSecond() {
        return posts / Math.max(0.001, seconds);
    }

    /** 0 if the server's CPU time is not known. */
    @JsonProperty
    public double serverCpuSecondsPerMillionDeliveries() {
        return deliveries == 0 ? 0 : serverCpuSeconds * MILLION / deliveries;
    }

    /** Whether nobody was refused or lost and every delivery was right. */
    @JsonProperty
    public boolean passed() {
        return refused == 0 && lost == 0 && refusals == 0 && faults.none();
    }

    /** The report for people to read. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "connections       %d connected, %d refused, %d lost", connected, refused, lost);
        reasons.forEach((reason, count) -> line(text, "                  %d x %s", count, reason));
        if (deliveries > 0) {
            line(text, "deliveries        %,.0f /s (%,d in %.0f s)", deliveriesPerSecond(), deliveries, seconds);
            line(text, "posts             %,.0f /s (%,d acknowledged, %d refused)", postsPerSecond(), posts, refusals);
            line(text, "delivery          %s", shown(delivery));
            line(text, "acknowledgement   %s", shown(acknowledge));
        }
        line(
                text,
                "wrong             %d missing, %d duplicated, %d out of order",
                faults.missing(),
                faults.duplicated(),
                faults.outOfOrder());
        if (serverCpuSeconds > 0 && deliveries > 0) {
            line(
                    text,
                    "server CPU        %.2f s per million deliveries, %.0f %% of a core",
                    serverCpuSecondsPerMillionDeliveries(),
                    serverCpuSeconds * 100 / seconds);
        }
        if (serverCpuSeconds > 0 && deliveries == 0) {
            line(text, "server CPU        %.1f %% of a core", serverCpuSeconds * 100 / Math.max(1, seconds));
        }
        if (seconds > 0) {
            line(text, "generator CPU     %.0f %% of a core", generatorCpuSeconds * 100 / seconds);
        }
        if (memory.residentBefore() > 0) {
            line(
                    text,
                    "server memory     %.1f KiB per connection resident, %.1f KiB live heap",
                    memory.residentKibPerConnection(),
                    memory.heapKibPerConnection());
        }
        return text.toString();
    }

    private static String shown(Latency latency) {
        return String.format(
                Locale.ROOT,
                "p50 %.2f  p95 %.2f  p99 %.2f  p99.9 %.2f  max %.1f ms",
                latency.p50(),
                latency.p95(),
                latency.p99(),
                latency.p999(),
                latency.max());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
