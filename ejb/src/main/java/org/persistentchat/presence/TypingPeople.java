package org.persistentchat.presence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;

/** Who types in one room: each for some seconds after they last said so. Guarded by its owner. */
final class TypingPeople {
    static final long SHOWN_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** More than a client shows by name; who comes beyond it is not told. */
    private static final int PEOPLE = 20;

    private final Map<PersonId, Typist> people = new LinkedHashMap<>(2);
    private boolean changed;

    void typing(Person person, long now) {
        Typist known = people.get(person.id());
        if (known != null) {
            known.until = now + SHOWN_NANOS;
        } else if (people.size() < PEOPLE) {
            people.put(person.id(), new Typist(person, now + SHOWN_NANOS));
            changed = true;
        }
    }

    /** True if they did type. */
    boolean stopped(PersonId person) {
        boolean typed = people.remove(person) != null;
        changed |= typed;
        return typed;
    }

    void expire(long now) {
        if (people.values().removeIf(typist -> typist.until - now <= 0)) {
            changed = true;
        }
    }

    /** Whether there is, or will be, something to tell. */
    boolean isDue() {
        return changed || !people.isEmpty();
    }

    /** What is known has to be told again. */
    void tellAgain() {
        changed |= !people.isEmpty();
    }

    /** Whether there is news, which then counts as told. */
    boolean takeChanged() {
        boolean news = changed;
        changed = false;
        return news;
    }

    List<Person> people() {
        return people.values().stream().map(typist -> typist.person).toList();
    }

    private static final class Typist {
        final Person person;
        long until;

        Typist(Person person, long until) {
            this.person = person;
            this.until = until;
        }
    }
}
