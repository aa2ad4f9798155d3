package org.persistentchat.loadtest.soak;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a conversation came to.
 *
 * @param said posts that people sent
 * @param acknowledged posts that were answered with a sequence
 * @param history events in the rooms' histories
 * @param received events that all connections got, resumes included
 * @param archived posts in the compliance database; -1 if it was not asked
 * @param skipped moments at which something should have been said and everybody asked was still waiting for an answer
 * @param differences how many of each sort; empty if all is as it must be
 * @param first the first five hundred of them
 */
public record SoakReport(
        long seed,
        int people,
        int rooms,
        long said,
        long acknowledged,
        long history,
        long received,
        long archived,
        long skipped,
        SoakAbsences absences,
        Map<String, Long> differences,
        List<String> first,
        List<SoakFault> faults,
        List<SoakSample> samples) {

    public SoakReport {
        differences = Map.copyOf(differences);
        first = List.copyOf(first);
        faults = List.copyOf(faults);
        samples = List.copyOf(samples);
    }

    /** Whether nothing was lost, repeated, changed or swapped, and everything said was acknowledged. */
    public boolean passed() {
        return differences.isEmpty() && said == acknowledged;
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "seed", "%d", seed);
        line(text, "people, rooms", "%d, %d", people, rooms);
        line(text, "posts", "%,d said, %,d acknowledged, %,d in history", said, acknowledged, history);
        line(text, "received", "%,d events", received);
        line(text, "archived", archived < 0 ? "not asked" : "%,d posts", archived);
        line(text, "not said", "%,d because everybody was waiting", skipped);
        line(text, "faults", "%d", faults.size());
        line(
                text,
                "away",
                "%,d times; p50 %.0f, p99 %.0f, max %.0f ms until all rooms were resumed",
                absences.count(),
                absences.median(),
                absences.p99(),
                absences.longest());
        line(text, "differences", differences.isEmpty() ? "none" : differences.toString());
        first.stream().limit(20).forEach(each -> text.append("  ").append(each).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String format, Object... values) {
        text.append(String.format(Locale.ROOT, "%-18s", name))
                .append(String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
