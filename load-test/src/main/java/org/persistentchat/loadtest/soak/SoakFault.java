package org.persistentchat.loadtest.soak;

/** What was done to the servers, and when: {@code second} since the beginning. */
public record SoakFault(double second, String what) {}
