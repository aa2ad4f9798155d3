package org.persistentchat.retention;

import java.util.List;

/** The rules that are in force, and what came of applying them. */
public record RetentionReport(List<RetentionRule> rules, List<RunState> runs) {
    public RetentionReport {
        rules = List.copyOf(rules);
        runs = List.copyOf(runs);
    }
}
