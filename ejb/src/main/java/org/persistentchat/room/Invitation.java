package org.persistentchat.room;

import java.time.Instant;
import org.persistentchat.identity.PersonId;

/** Somebody was made a member of a room by somebody else, and has not taken note of it yet. */
public record Invitation(PersonId person, RoomId room, PersonId by, Instant at) {}
