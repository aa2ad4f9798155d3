package org.persistentchat.rights;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A table of calls and of what each {@link Role} is answered. Three kinds of lines: {@code legend SYMBOL ANSWER}; {@code roles |} and the names of the columns;
 * and {@code OPERATION METHOD PATH BODY | CELLS}, of which the method {@code WS} is a command of the WebSocket and has no path. Braces name what the test makes
 * for the call.
 */
final class CallTable {
    static final String COMMAND = "WS";

    private final Map<String, String> legend = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** A call. */
    record Row(String operation, String method, String path, String body, List<String> answers) {
        boolean isCommand() {
            return method.equals(COMMAND);
        }

        String expected(Role role) {
            return answers.get(Role.ALL.indexOf(role));
        }

        @Override
        public String toString() {
            return (operation + " " + method + " " + path + " " + body).replaceAll(" +", " ");
        }
    }

    static CallTable read(String name) {
        CallTable table = new CallTable();
        InputStream resource = Objects.requireNonNull(CallTable.class.getResourceAsStream(name), name);
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(table::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return table;
    }

    List<Row> rows() {
        return rows;
    }

    private void add(String line) {
        if (line.startsWith("legend ")) {
            String[] words = line.split("\\s+", 3);
            legend.put(words[1], words[2]);
            return;
        }
        int bar = line.lastIndexOf('|');
        List<String> cells = Arrays.asList(line.substring(bar + 1).strip().split("\\s+"));
        if (line.startsWith("roles ")) {
            List<String> known = Role.ALL.stream().map(Role::label).toList();
            if (!cells.equals(known)) {
                throw new AssertionError("The columns are " + known + ", not " + cells);
            }
            return;
        }
        if (cells.size() != Role.ALL.size()) {
            throw new AssertionError("Not a cell for every role: " + line);
        }
        rows.add(row(line.substring(0, bar).strip(), cells));
    }

    private Row row(String call, List<String> cells) {
        List<String> answers =
                cells.stream().map(cell -> legend.getOrDefault(cell, cell)).toList();
        String[] start = call.split("\\s+", 3);
        if (start[1].equals(COMMAND)) {
            return new Row(start[0], COMMAND, "", start.length > 2 ? start[2] : "", answers);
        }
        String[] rest = start[2].split("\\s+", 2);
        return new Row(start[0], start[1], rest[0], rest.length > 1 ? rest[1] : "", answers);
    }
}
