package org.persistentchat.rights;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A table of expected answers: a line {@code legend} for each symbol, lines {@code calls} and {@code alike} with names of calls, a line that begins with
 * {@code acts} and names the columns after the bar, and rows of conditions before the bar, of which {@code *} is any. The first row that fits is taken.
 */
final class PermissionTable {
    private final Map<String, String> legend = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private List<String> acts = List.of();

    private record Row(List<String> conditions, List<String> cells) {
        boolean fits(List<String> situation) {
            for (int index = 0; index < conditions.size(); index++) {
                List<String> accepted = Arrays.asList(conditions.get(index).split(",", -1));
                if (!accepted.contains("*") && !accepted.contains(situation.get(index))) {
                    return false;
                }
            }
            return true;
        }
    }

    static PermissionTable read(String name) {
        PermissionTable table = new PermissionTable();
        InputStream resource = Objects.requireNonNull(PermissionTable.class.getResourceAsStream(name), name);
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(table::add);
        } catch (IOException failure) {
            throw new AssertionError(name, failure);
        }
        return table;
    }

    private void add(String line) {
        List<String> sides = Arrays.asList(line.split("\\|", 2));
        List<String> left = words(sides.get(0));
        if (left.get(0).equals("legend")) {
            legend.put(left.get(1), left.get(2));
        } else if (left.get(0).equals("acts")) {
            acts = words(sides.get(1));
        } else if (left.get(0).equals("calls") || left.get(0).equals("alike")) {
            calls.addAll(words(sides.get(1)));
        } else {
            List<String> cells = words(sides.get(1));
            if (cells.size() != acts.size()) {
                throw new AssertionError("Not a cell for every act: " + line);
            }
            rows.add(new Row(left, cells));
        }
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    /** What can be tried. */
    List<String> acts() {
        return acts;
    }

    /** The operations of REST and the commands that the table has an answer to, and those that it says to be alike everywhere. */
    List<String> calls() {
        return calls;
    }

    /** The answer that is expected: {@code ok}, or the code of the refusal. */
    String expected(List<String> situation, String act) {
        Row row = rows.stream()
                .filter(candidate -> candidate.fits(situation))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row for " + situation));
        String symbol = row.cells().get(acts.indexOf(act));
        return legend.getOrDefault(symbol, symbol);
    }
}
