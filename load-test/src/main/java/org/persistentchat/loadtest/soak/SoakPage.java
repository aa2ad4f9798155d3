package org.persistentchat.loadtest.soak;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.persistentchat.loadtest.plot.Chart;
import org.persistentchat.loadtest.plot.Line;
import org.persistentchat.loadtest.plot.Mark;
import org.persistentchat.loadtest.plot.Page;

/** A report as a page: what each fault did, over time. */
public final class SoakPage {
    private final SoakReport report;
    private final List<Double> seconds;
    private final List<Mark> marks;

    public SoakPage(SoakReport report) {
        this.report = report;
        this.seconds = report.samples().stream().map(SoakSample::second).toList();
        this.marks = report.faults().stream()
                .map(fault -> new Mark(fault.second(), fault.what()))
                .toList();
    }

    /** The whole document. */
    public String html() {
        String subtitle = String.format(
                Locale.ROOT,
                "%d people in %d rooms, seed %d; a dashed line is a fault, its name appears under the pointer and below",
                report.people(),
                report.rooms(),
                report.seed());
        List<Chart> charts = List.of(
                chart("Posts", "acknowledged per second", line("posts", SoakSample::posts)),
                chart("Deliveries", "per second", line("deliveries", SoakSample::deliveries)),
                chart("Away", "connections without a server", line("away", SoakSample::away)),
                chart(
                        "Until resumed",
                        "ms, the longest that ended in the second",
                        line("away", SoakSample::awayLongest)),
                chart("Acknowledgement, median", "ms", line("median", SoakSample::acknowledgeMedian)),
                chart("Acknowledgement, longest", "ms", line("longest", SoakSample::acknowledgeLongest)));
        return new Page("A conversation through faults", subtitle, figures(), charts, text()).html();
    }

    private Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put(
                "Differences", report.passed() ? "none" : report.differences().toString());
        figures.put("Faults", Integer.toString(report.faults().size()));
        figures.put("Posts acknowledged", String.format(Locale.ROOT, "%,d", report.acknowledged()));
        figures.put("Events received", String.format(Locale.ROOT, "%,d", report.received()));
        figures.put(
                "Away, median",
                String.format(Locale.ROOT, "%,.0f ms", report.absences().median()));
        figures.put(
                "Away, longest",
                String.format(Locale.ROOT, "%,.0f ms", report.absences().longest()));
        return figures;
    }

    private String text() {
        StringBuilder text = new StringBuilder(report.text()).append('\n');
        report.faults()
                .forEach(fault ->
                        text.append(String.format(Locale.ROOT, "%8.1f s  %s%n", fault.second(), fault.what())));
        return text.toString();
    }

    private Chart chart(String title, String unit, Line line) {
        return new Chart(title, unit, List.of(line), 0, marks);
    }

    private Line line(String name, ToDoubleFunction<SoakSample> value) {
        return new Line(
                name,
                seconds,
                report.samples().stream().map(value::applyAsDouble).toList());
    }
}
