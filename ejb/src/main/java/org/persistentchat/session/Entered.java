package org.persistentchat.session;

import java.util.List;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.room.RoomCard;

/** A room was entered: its card (with the newest sequence) and the newest page, oldest first. Deliveries begin at the next sequence. */
public record Entered(RoomCard card, List<CommittedEvent> events) {}
