package org.persistentchat.loadtest.irc;

/**
 * One line of a log.
 *
 * @param where file name and line number, for reports
 * @param second second of the day as far as the log tells, -1 if it does not
 */
public record LogLine(String where, int second, LogEntry entry) {}
