package org.persistentchat.history;

import java.util.List;
import org.persistentchat.event.CommittedEvent;

/**
 * A contiguous part of a room's history.
 *
 * @param events oldest first
 * @param last newest sequence of the room
 */
public record HistoryPage(List<CommittedEvent> events, long last) {}
