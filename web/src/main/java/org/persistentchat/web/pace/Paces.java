package org.persistentchat.web.pace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.identity.PersonId;

/** The pace of everyone who is connected or has called lately; who is idle is forgotten by {@link #sweep}. */
@ApplicationScoped
public class Paces {
    @Inject
    ChatLimits limits;

    private final Map<PersonId, PersonPace> people = new ConcurrentHashMap<>();

    /** The pace of a person, for one call. */
    public PersonPace of(PersonId person) {
        return people.computeIfAbsent(person, unknown -> new PersonPace(limits));
    }

    /** The pace of a connection that begins. */
    public ConnectionPace begin(PersonId person) {
        ConnectionPace[] begun = new ConnectionPace[1];
        people.compute(person, (id, known) -> { // not while the person is being forgotten
            PersonPace pace = known == null ? new PersonPace(limits) : known;
            begun[0] = new ConnectionPace(pace, limits);
            return pace;
        });
        return begun[0];
    }

    /** Forgets who is idle. */
    public void sweep() {
        long now = System.nanoTime();
        people.forEach((person, pace) -> {
            if (pace.isIdle(now)) {
                people.computeIfPresent(person, (id, known) -> known.isIdle(now) ? null : known);
            }
        });
    }
}
