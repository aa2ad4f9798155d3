package org.persistentchat.room;

import java.time.Instant;
import org.persistentchat.identity.PersonId;

/** Somebody asks to be made a member of a room. */
public record JoinRequest(RoomId room, PersonId person, Instant at) {}
