package org.persistentchat.loadtest.client;

import java.util.List;

/** The answer to entering a room: the newest sequence, the own read marker, the newest page (oldest first). */
public record Entered(String room, long last, long marker, List<ChatEvent> events) {}
