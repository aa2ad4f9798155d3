package org.persistentchat.rights;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rows of {@code bad-input.txt}: a call, a bar, and what it is answered; or as many answers as {@code names} has columns, for each name that is put in place of
 * {@code NAME}.
 */
final class BadInput {
    /** As they stand in JSON. */
    private static final Map<String, String> NAMES = Map.of(
            "empty", "",
            "blank", "   ",
            "257", "x".repeat(257),
            "nul", "a\\u0000b",
            "tab", "a\\tb",
            "c1", "a\\u0085b",
            "half", "a\\ud800b",
            "padded", " a ");

    private List<String> columns = List.of();

    /** A call with one name and its expected answer. */
    record Try(String method, String path, String body, String name, String answer) {
        @Override
        public String toString() {
            return method + " " + path + " " + body + (name.isEmpty() ? "" : " (" + name + ")");
        }
    }

    static List<Try> read(String table) {
        BadInput read = new BadInput();
        List<Try> tries = new ArrayList<>();
        var resource = Objects.requireNonNull(BadInput.class.getResourceAsStream(table), table);
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> tries.addAll(read.tries(line)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return tries;
    }

    private List<Try> tries(String line) {
        int bar = line.lastIndexOf('|');
        String right = line.substring(bar + 1).strip();
        if (line.startsWith("names ")) {
            columns = Arrays.asList(right.split("\\s+"));
            return List.of();
        }
        String[] call = line.substring(0, bar).strip().split("\\s+", 3);
        String body = call.length > 2 ? call[2] : "";
        if (!body.contains("NAME")) {
            return List.of(new Try(call[0], call[1], body, "", right));
        }
        List<Try> tries = new ArrayList<>();
        String[] answers = right.split("\\s{2,}", -1);
        if (answers.length != columns.size()) {
            throw new AssertionError("Not an answer for every name: " + line);
        }
        for (int index = 0; index < answers.length; index++) {
            String column = columns.get(index);
            String name = Objects.requireNonNull(NAMES.get(column), column);
            tries.add(new Try(call[0], call[1], body.replace("NAME", name), column, answers[index]));
        }
        return tries;
    }
}
