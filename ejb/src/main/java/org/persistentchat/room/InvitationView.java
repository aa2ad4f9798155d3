package org.persistentchat.room;

import java.time.Instant;
import org.persistentchat.identity.Person;

/** An invitation as who was invited reads it. */
public record InvitationView(Room room, Person by, Instant at) {}
