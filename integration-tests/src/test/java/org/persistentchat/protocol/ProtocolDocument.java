package org.persistentchat.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code docs/protocol.md} with its examples, the abbreviations ("...") in them filled in from the document's own full examples. */
final class ProtocolDocument {

    /** A row of the table of errors. */
    record ErrorRow(int number, boolean retry) {}

    private static final Pattern BLOCK = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("`(\\{\"(?:id|push|room)\".*?})`");
    private static final Pattern COMMAND = Pattern.compile("(?m)^### `(\\w+)`");
    private static final Pattern ERROR = Pattern.compile("(?m)^\\| (\\d{3}) \\| `(\\w+)` \\| (yes|no) \\|");

    private final String text;

    private ProtocolDocument(String text) {
        this.text = text;
    }

    static ProtocolDocument ofWorkingCopy() {
        Path document = FrameSchemas.folderOfWorkingCopy().resolveSibling("protocol.md");
        try {
            return new ProtocolDocument(Files.readString(document));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names of the commands that have a section. */
    List<String> commands() {
        return COMMAND.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** The JSON objects shown in the section of a command. */
    List<String> examplesOfCommand(String command) {
        return inline(between("### `" + command + "`", "\n##"));
    }

    /** The JSON objects shown in a section of the second level. */
    List<String> examplesOfSection(String heading) {
        return inline(between("## " + heading + "\n", "\n## "));
    }

    /** The one JSON block of a section of the second level. */
    String block(String heading) {
        return first(BLOCK, between("## " + heading + "\n", "\n## "));
    }

    /** The table of errors by code. */
    Map<String, ErrorRow> errors() {
        Map<String, ErrorRow> rows = new TreeMap<>();
        for (MatchResult row : ERROR.matcher(text).results().toList()) {
            rows.put(
                    row.group(2),
                    new ErrorRow(Integer.parseInt(row.group(1)), row.group(3).equals("yes")));
        }
        return rows;
    }

    private List<String> inline(String section) {
        return INLINE.matcher(section)
                .results()
                .map(match -> complete(match.group(1)))
                .toList();
    }

    private String complete(String example) {
        String room = first(Pattern.compile("The room: `(\\{.*?})`; "), text);
        return example.replace("\"room\": {...}", "\"room\": " + room)
                .replace("\"events\": [...]", "\"events\": [" + block("Events") + "]")
                .replace("\"error\": {...}", "\"error\": " + block("Errors"))
                .replace(
                        "\"ok\": {\"rooms\": [...]}",
                        "\"ok\": {\"rooms\": [{\"room\": \"r\", \"last\": 0, \"events\": []}]}")
                .replaceAll("\"(at|time)\": \"\\.\\.\\.\"", "\"$1\": \"2026-11-24T08:30:00.123Z\"")
                .replace("}, ...]", "}]");
    }

    private String between(String start, String end) {
        int from = text.indexOf(start);
        if (from < 0) {
            throw new AssertionError("docs/protocol.md has no " + start.strip());
        }
        int to = text.indexOf(end, from + start.length());
        return text.substring(from, to < 0 ? text.length() : to);
    }

    private static String first(Pattern pattern, String section) {
        return pattern.matcher(section)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/protocol.md has no " + pattern));
    }
}
