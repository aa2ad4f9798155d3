package org.persistentchat.loadtest.irc;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The logs of one channel, one after the other in the order of their dates. */
public record ChannelLog(String channel, List<LogFile> files) {

    /** One file of the log. */
    public record LogFile(String name, List<LogLine> lines) {}

    public ChannelLog {
        files = List.copyOf(files);
    }

    public int lineCount() {
        return files.stream().mapToInt(file -> file.lines().size()).sum();
    }

    /** How many lines are no conversation, by reason. */
    public Map<String, Integer> skipped() {
        Map<String, Integer> reasons = new TreeMap<>();
        for (LogFile file : files) {
            for (LogLine line : file.lines()) {
                if (line.entry() instanceof LogEntry.Skipped skipped) {
                    reasons.merge(skipped.reason(), 1, Integer::sum);
                }
            }
        }
        return reasons;
    }
}
