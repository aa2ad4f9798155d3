package org.persistentchat.loadtest.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.persistentchat.loadtest.verify.Difference;

/**
 * The result of a replay and its verification.
 *
 * @param connections speakers' connections opened in all
 * @param reconnects breaks that a connection came back from
 * @param seconds duration of the speaking, without preparation and verification
 * @param complianceChecked whether the compliance database was compared too
 */
public record ReplayReport(
        String run,
        List<RoomReport> rooms,
        int people,
        int connections,
        long reconnects,
        double seconds,
        boolean complianceChecked,
        long differences,
        Map<String, Long> differencesBySort,
        List<String> firstDifferences) {
    private static final int SHOWN = 20;

    static List<String> shown(List<Difference> differences) {
        return differences.stream().map(Difference::toString).toList();
    }

    /** Whether everything is as it must be. */
    @JsonProperty
    public boolean passed() {
        return differences == 0;
    }

    @JsonProperty
    public int lines() {
        return rooms.stream().mapToInt(RoomReport::lines).sum();
    }

    @JsonProperty
    public int posts() {
        return rooms.stream().mapToInt(RoomReport::posts).sum();
    }

    /** The report for people to read. */
    public String text() {
        StringBuilder text = new StringBuilder("Replay ").append(run).append('\n');
        text.append(row("room", "lines", "posts", "acked", "history", "received", "archived"));
        for (RoomReport room : rooms) {
            text.append(row(
                    room.roomName(),
                    room.lines(),
                    room.posts(),
                    room.acknowledged(),
                    room.history(),
                    room.received(),
                    room.archived() < 0 ? "-" : room.archived()));
        }
        for (RoomReport room : rooms) {
            if (!room.notPosted().isEmpty()) {
                text.append("not posted in ").append(room.roomName()).append(": ");
                text.append(room.notPosted()).append('\n');
            }
        }
        text.append(String.format(
                Locale.ROOT,
                "%d lines, %d posts by %d people over %d connections, %d reconnects; %.1f s, %.0f posts/s%n",
                lines(),
                posts(),
                people,
                connections,
                reconnects,
                seconds,
                posts() / Math.max(seconds, 0.001)));
        text.append(complianceChecked ? "" : "The compliance database was not looked at.\n");
        text.append("differences: ").append(differences).append('\n');
        differencesBySort.forEach((sort, count) ->
                text.append("  ").append(sort).append(": ").append(count).append('\n'));
        firstDifferences.stream()
                .limit(SHOWN)
                .forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-32s %8s %8s %8s %8s %9s %9s%n", cells);
    }
}
