package org.persistentchat.loadtest.client;

import java.util.List;

/** A page of history, oldest first and contiguous; {@code last} is the newest sequence of the room. */
public record HistoryPage(List<ChatEvent> events, long last) {}
