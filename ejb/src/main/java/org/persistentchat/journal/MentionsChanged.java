package org.persistentchat.journal;

import java.util.Set;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/**
 * Who is mentioned in a message has changed, because it was said, edited or deleted. Committed.
 *
 * @param sequence of the message
 * @param added who is mentioned and was not
 * @param removed who was mentioned and is not
 */
public record MentionsChanged(RoomId room, long sequence, Set<PersonId> added, Set<PersonId> removed) {}
