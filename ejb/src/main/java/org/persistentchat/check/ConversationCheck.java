package org.persistentchat.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Credential;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;
import org.persistentchat.room.RoomId;
import org.persistentchat.session.ChatSessions;

/** Has two synthetic people converse on this server, both directions, and times it. One check at a time. */
@ApplicationScoped
public class ConversationCheck {
    @Inject
    CheckRoom place;

    @Inject
    ChatSessions sessions;

    /** The times of all steps; fails with {@link ErrorCode#CHECK_FAILED}, which names the step. Administrators only. */
    public synchronized CheckReport run(Person by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators run the check.");
        }
        StepTimer timer = new StepTimer();
        List<Person> people = timer.step("prepare the people", place::people);
        RoomId room = timer.step("prepare the room", place::room).id();
        try (CheckParticipant one = new CheckParticipant(sessions, new Credential(people.get(0), ""), room, timer);
                CheckParticipant two = new CheckParticipant(sessions, new Credential(people.get(1), ""), room, timer)) {
            one.enter("first enters");
            two.enter("second enters");
            one.say("first to second", two);
            two.say("second to first", one);
            one.readBack("first reads the history");
        }
        return timer.report();
    }
}
