package org.persistentchat.loadtest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.persistentchat.loadtest.load.LoadReport;
import org.persistentchat.loadtest.load.LoadShape;
import org.persistentchat.loadtest.load.Sample;
import org.persistentchat.loadtest.plot.Chart;
import org.persistentchat.loadtest.plot.Line;
import org.persistentchat.loadtest.plot.Page;

/** A load report as a page with plots over time. */
final class LoadPage {
    private final LoadReport report;
    private final List<Double> seconds;
    private final double warmUp;

    LoadPage(LoadReport report) {
        this.report = report;
        this.seconds = report.samples().stream().map(Sample::second).toList();
        this.warmUp = report.samples().stream()
                .filter(sample -> !sample.measured())
                .mapToDouble(Sample::second)
                .max()
                .orElse(0);
    }

    String html() {
        LoadShape shape = report.shape();
        String subtitle = String.format(
                Locale.ROOT,
                "%,d connections, %d rooms, rooms per connection: %d; senders per room: %d, %s; bodies of %d characters; warm-up shaded",
                shape.connections(),
                shape.rooms(),
                shape.roomsPerConnection(),
                shape.senders(),
                shape.rate() > 0 ? shape.rate() + " posts/s in all" : shape.window() + " in flight each",
                shape.bodyCharacters());
        return new Page("Load of Persistent Chat", subtitle, figures(), charts(), report.text()).html();
    }

    private Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("Deliveries per second", shown("%,.0f", report.deliveriesPerSecond()));
        figures.put("Posts per second", shown("%,.0f", report.postsPerSecond()));
        figures.put("Delivery p99", shown("%.2f ms", report.delivery().p99()));
        figures.put("Acknowledgement p99", shown("%.2f ms", report.acknowledge().p99()));
        figures.put("Server CPU per million", shown("%.2f s", report.serverCpuSecondsPerMillionDeliveries()));
        figures.put("Memory per connection", shown("%.1f KiB", report.memory().residentKibPerConnection()));
        figures.put(
                "Missing, twice, swapped",
                report.faults().missing() + ", " + report.faults().duplicated() + ", "
                        + report.faults().outOfOrder());
        figures.put("Lost connections", Integer.toString(report.lost()));
        return figures;
    }

    private List<Chart> charts() {
        return List.of(
                chart("Deliveries", "per second", line("deliveries", Sample::deliveriesPerSecond)),
                chart("Posts", "acknowledged per second", line("posts", Sample::postsPerSecond)),
                chart(
                        "Delivery latency",
                        "ms",
                        line("p50", sample -> sample.delivery().p50()),
                        line("p95", sample -> sample.delivery().p95()),
                        line("p99", sample -> sample.delivery().p99()),
                        line("p99.9", sample -> sample.delivery().p999())),
                chart(
                        "Acknowledgement latency",
                        "ms",
                        line("p50", sample -> sample.acknowledge().p50()),
                        line("p95", sample -> sample.acknowledge().p95()),
                        line("p99", sample -> sample.acknowledge().p99()),
                        line("p99.9", sample -> sample.acknowledge().p999())),
                chart("CPU", "cores", line("server", Sample::serverCpu), line("generator", Sample::generatorCpu)),
                chart(
                        "Server memory",
                        "MiB resident",
                        line("resident", sample -> sample.serverResidentKib() / 1024.0)));
    }

    private Chart chart(String title, String unit, Line... lines) {
        return new Chart(title, unit, List.of(lines), warmUp);
    }

    private Line line(String name, ToDoubleFunction<Sample> value) {
        return new Line(
                name,
                seconds,
                report.samples().stream().map(value::applyAsDouble).toList());
    }

    private static String shown(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
