package org.persistentchat.loadtest.verify;

import java.util.List;
import org.persistentchat.loadtest.client.ChatEvent;
import org.persistentchat.loadtest.verify.Difference.What;
import org.persistentchat.loadtest.verify.Difference.Where;

/** Holds a room's history against the lines that were posted, in order. After a difference it finds its place again, so that one loss counts as one. */
public final class HistoryCheck {
    private static final int LOOK_AHEAD = 200;
    private static final int SHOWN = 80;

    private final String room;
    private final List<ExpectedPost> expected;
    private final List<ChatEvent> history;
    private final Differences differences;

    public HistoryCheck(String room, List<ExpectedPost> expected, List<ChatEvent> history, Differences differences) {
        this.room = room;
        this.expected = expected;
        this.history = history;
        this.differences = differences;
    }

    /** Compares sequences (dense from 1), authors, names and texts. */
    public void run() {
        sequences();
        int line = 0;
        int event = 0;
        while (line < expected.size() || event < history.size()) {
            if (matches(line, event)) {
                line++;
                event++;
                continue;
            }
            int missing = firstMatchingLine(line, event);
            int extra = firstMatchingEvent(line, event);
            if (missing == 1 && extra == 1 && matches(line, event + 1) && matches(line + 1, event)) {
                report(What.ORDER, shown(line) + " comes after " + shown(line + 1));
                line += 2;
                event += 2;
            } else if (missing >= 0 && (extra < 0 || missing <= extra)) {
                for (int lost = 0; lost < missing; lost++) {
                    report(What.MISSING, shown(line++));
                }
            } else if (extra >= 0) {
                for (int foreign = 0; foreign < extra; foreign++) {
                    unexpected(line, event++);
                }
            } else {
                unlike(line++, event++);
            }
        }
    }

    private void sequences() {
        for (int index = 0; index < history.size(); index++) {
            if (history.get(index).seq() != index + 1L) {
                report(
                        What.ORDER,
                        "event " + (index + 1) + " has sequence "
                                + history.get(index).seq());
                return;
            }
        }
    }

    private boolean matches(int line, int event) {
        return line < expected.size()
                && event < history.size()
                && expected.get(line).matches(history.get(event));
    }

    /** How many lines to skip until one is like the event; -1 if none is near. */
    private int firstMatchingLine(int line, int event) {
        if (event >= history.size()) {
            return expected.size() - line;
        }
        for (int skip = 1; skip <= LOOK_AHEAD; skip++) {
            if (matches(line + skip, event)) {
                return skip;
            }
        }
        return -1;
    }

    private int firstMatchingEvent(int line, int event) {
        if (line >= expected.size()) {
            return history.size() - event;
        }
        for (int skip = 1; skip <= LOOK_AHEAD; skip++) {
            if (matches(line, event + skip)) {
                return skip;
            }
        }
        return -1;
    }

    private void unexpected(int line, int event) {
        boolean repeated = line > 0 && expected.get(line - 1).matches(history.get(event));
        report(repeated ? What.DUPLICATE : What.UNEXPECTED, shown(history.get(event)));
    }

    private void unlike(int line, int event) {
        if (line >= expected.size()) {
            report(What.UNEXPECTED, shown(history.get(event)));
        } else if (event >= history.size()) {
            report(What.MISSING, shown(line));
        } else {
            report(What.CHANGED, shown(line) + " became " + shown(history.get(event)));
        }
    }

    private void report(What what, String detail) {
        differences.add(Where.HISTORY, what, room, detail);
    }

    private String shown(int line) {
        ExpectedPost post = expected.get(line);
        return post.where() + " <" + post.name() + "> " + cut(post.text());
    }

    private static String shown(ChatEvent event) {
        return event.seq() + " <" + event.name() + "> " + cut(event.body());
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
