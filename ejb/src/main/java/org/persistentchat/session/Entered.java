package org.persistentchat.session;

import java.util.List;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.room.RoomCard;

/**
 * A room was entered. Deliveries begin at the sequence after the newest.
 *
 * @param card the room, with the newest sequence
 * @param counted whether the card says how far the person has read and what is unread: not while that cannot be read
 * @param events the newest page, oldest first
 */
public record Entered(RoomCard card, boolean counted, List<CommittedEvent> events) {}
