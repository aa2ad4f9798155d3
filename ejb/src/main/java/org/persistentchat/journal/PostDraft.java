package org.persistentchat.journal;

import org.persistentchat.identity.Person;
import org.persistentchat.room.Room;

/** A message to be committed. Rights and limits have been checked. */
public record PostDraft(Room room, Person author, String key, String body) {}
