package org.persistentchat.loadtest.soak;

/** How often a connection lost its server, and how many milliseconds went by until it was back with all its rooms resumed. */
public record SoakAbsences(long count, double median, double p99, double longest) {}
