package org.persistentchat.loadtest.irc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.persistentchat.loadtest.irc.LogEntry.Joined;
import org.persistentchat.loadtest.irc.LogEntry.Parted;
import org.persistentchat.loadtest.irc.LogEntry.Renamed;
import org.persistentchat.loadtest.irc.LogEntry.Said;
import org.persistentchat.loadtest.irc.LogEntry.Skipped;

/**
 * Understands one line of a log, with or without {@code channel date} before the time. Between {@code <nick>} and the text stands exactly one blank
 * or tab; every further character belongs to the text.
 */
final class LineParser {
    private static final Pattern HEAD =
            Pattern.compile("^\\uFEFF?(?:\\S+ \\d{4}-\\d\\d-\\d\\d )?(?:\\[(\\d\\d):(\\d\\d)(?::(\\d\\d))?\\] ?)?");
    private static final Pattern ACTION = Pattern.compile("^\\s*\\*\\s?([^\\s*]\\S*)(?:\\s|$)");
    private static final Pattern NOTICE = Pattern.compile("^-(\\S+)- ?(.*)$", Pattern.DOTALL);
    private static final Pattern COMING = Pattern.compile("^=== (.+?)(?: \\[.*\\])? +has joined #", Pattern.DOTALL);
    private static final Pattern GOING =
            Pattern.compile("^=== (.+?)(?: \\[.*\\])? +has (?:left #|quit\\b)", Pattern.DOTALL);
    private static final Pattern NICK_CHANGE = Pattern.compile("^=== (.+?) is now known as (.+)$", Pattern.DOTALL);
    private static final Pattern OLD_ACTION = Pattern.compile("^=== ([^\\s/.]\\S*) +\\S");
    private static final String SERVER_MARK = "===";

    private static final int HOUR = 3_600;
    private static final int MINUTE = 60;

    private LineParser() {}

    /** Second of the day, -1 if the line does not tell. */
    static int second(String line) {
        Matcher head = HEAD.matcher(line);
        if (!head.find() || head.group(1) == null) {
            return -1;
        }
        int seconds = head.group(3) == null ? 0 : Integer.parseInt(head.group(3));
        return Integer.parseInt(head.group(1)) * HOUR + Integer.parseInt(head.group(2)) * MINUTE + seconds;
    }

    static LogEntry parse(String line) {
        Matcher head = HEAD.matcher(line);
        String rest = head.find() ? line.substring(head.end()) : line;
        if (rest.isBlank()) {
            return new Skipped("empty line");
        }
        if (rest.startsWith("<")) {
            return said(rest);
        }
        if (rest.startsWith(SERVER_MARK)) {
            return server(rest);
        }
        Matcher action = ACTION.matcher(rest);
        if (action.find()) {
            return new Said(action.group(1), rest.stripLeading());
        }
        Matcher notice = NOTICE.matcher(rest);
        if (notice.find()) {
            return new Said(notice.group(1), notice.group(2));
        }
        return new Skipped("unknown form");
    }

    private static LogEntry said(String rest) {
        int end = rest.indexOf('>');
        String nick = end < 0 ? "" : rest.substring(1, end).strip();
        if (nick.isEmpty()) {
            return new Skipped("no speaker");
        }
        String text = rest.substring(end + 1);
        boolean separated = !text.isEmpty() && (text.charAt(0) == ' ' || text.charAt(0) == '\t');
        return new Said(nick, separated ? text.substring(1) : text);
    }

    private static LogEntry server(String rest) {
        Matcher coming = COMING.matcher(rest);
        if (coming.find()) {
            return new Joined(coming.group(1).strip());
        }
        Matcher going = GOING.matcher(rest);
        if (going.find()) {
            return new Parted(going.group(1).strip());
        }
        Matcher renamed = NICK_CHANGE.matcher(rest);
        if (renamed.find() && !renamed.group(2).isBlank()) {
            return new Renamed(renamed.group(1).strip(), renamed.group(2).strip());
        }
        if (rest.startsWith("=== mode/")) {
            return new Skipped("mode change");
        }
        if (rest.contains("[topic/")) {
            return new Skipped("topic");
        }
        Matcher action = OLD_ACTION.matcher(rest);
        // The oldest logs write "=== nick does something".
        return action.find() ? new Said(action.group(1), rest) : new Skipped("server notice");
    }
}
