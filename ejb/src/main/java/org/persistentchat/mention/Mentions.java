package org.persistentchat.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.principal.Subjects;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomRights;

/** Finds the people whom a text mentions. */
@ApplicationScoped
public class Mentions {
    private static final int MOST_PEOPLE = 50;

    @Inject
    PersonDirectory people;

    @Inject
    Subjects subjects;

    /** The first 50 of those who are mentioned in {@code text}, may read the room, and are not its author. May block. */
    public Set<PersonId> in(String text, Room room, Person author) {
        Set<String> candidates = MentionParser.candidates(text);
        Set<PersonId> mentioned = new LinkedHashSet<>();
        if (candidates.isEmpty()) {
            return mentioned;
        }
        Map<String, Person> known = people.byAccounts(candidates);
        for (String candidate : candidates) {
            Person person = known.get(candidate);
            if (person != null
                    && mentioned.size() < MOST_PEOPLE
                    && person.active()
                    && !person.id().equals(author.id())
                    && RoomRights.mayRead(subjects.of(person), room)) {
                mentioned.add(person.id());
            }
        }
        return mentioned;
    }
}
