package org.persistentchat.loadtest.replay;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.persistentchat.loadtest.irc.ChannelLog;
import org.persistentchat.loadtest.irc.LogEntry;
import org.persistentchat.loadtest.irc.LogLine;

/** A channel's log as a list of steps: who speaks has come in before, who is left at the end of a file goes. */
final class Script {
    private final String channel;
    private final int bodyCharacters;
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> present = new LinkedHashSet<>();
    private final Set<String> people = new TreeSet<>();
    private final Map<String, Integer> notPosted;
    private int lines;
    private int posts;

    private Script(ChannelLog log, int bodyCharacters) {
        this.channel = log.channel();
        this.bodyCharacters = bodyCharacters;
        this.notPosted = new TreeMap<>(log.skipped());
    }

    /** Blank texts and texts over {@code bodyCharacters} are counted and left out: the chat does not take them. */
    static Script of(ChannelLog log, int bodyCharacters) {
        Script script = new Script(log, bodyCharacters);
        for (ChannelLog.LogFile file : log.files()) {
            file.lines().forEach(script::line);
            List.copyOf(script.present).forEach(nick -> script.leave(nick, -1));
        }
        return script;
    }

    String channel() {
        return channel;
    }

    List<Step> steps() {
        return steps;
    }

    /** Every nick that does anything. */
    Set<String> people() {
        return people;
    }

    /** Lines that led to no post although they are no coming or going, by reason. */
    Map<String, Integer> notPosted() {
        return notPosted;
    }

    int lines() {
        return lines;
    }

    int posts() {
        return posts;
    }

    private void line(LogLine line) {
        lines++;
        LogEntry entry = line.entry();
        if (entry instanceof LogEntry.Said said) {
            say(said, line);
        } else if (entry instanceof LogEntry.Joined joined) {
            enter(joined.nick(), line.second());
        } else if (entry instanceof LogEntry.Parted parted) {
            leave(parted.nick(), line.second());
        } else if (entry instanceof LogEntry.Renamed renamed) {
            leave(renamed.nick(), line.second());
            enter(renamed.newNick(), line.second());
        }
    }

    private void say(LogEntry.Said said, LogLine line) {
        if (said.text().isBlank()) {
            notPosted.merge("blank text", 1, Integer::sum);
        } else if (said.text().length() > bodyCharacters) {
            notPosted.merge("text over the limit", 1, Integer::sum);
        } else {
            enter(said.nick(), line.second());
            steps.add(new Step.Say(said.nick(), line.second(), line.where(), said.text()));
            posts++;
        }
    }

    private void enter(String nick, int second) {
        if (present.add(nick)) {
            people.add(nick);
            steps.add(new Step.Enter(nick, second));
        }
    }

    private void leave(String nick, int second) {
        if (present.remove(nick)) {
            steps.add(new Step.Leave(nick, second));
        }
    }
}
