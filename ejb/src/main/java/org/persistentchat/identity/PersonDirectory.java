package org.persistentchat.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.persistentchat.change.Change;
import org.persistentchat.change.ChangeFollower;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.id.FoldedName;

/**
 * Knows people by id and by account, from memory once read; who was changed is read again. A person takes some 200 bytes; an
 * organisation of 150,000 fits.
 */
@ApplicationScoped
public class PersonDirectory implements ChangeFollower {
    @Inject
    PersonStore store;

    private final Map<PersonId, Person> byId = new ConcurrentHashMap<>();
    private final Map<String, Person> byAccount = new ConcurrentHashMap<>();

    /** Counts forgettings: what was read before one is not remembered after it. */
    private long forgettings;

    /** The person of an account, in any case of its letters. */
    public Optional<Person> byAccount(String account) {
        return Optional.ofNullable(byAccounts(List.of(account)).get(FoldedName.of(account)));
    }

    /** Those of {@code accounts} that exist, by folded account; missing ones are read together. */
    public Map<String, Person> byAccounts(Collection<String> accounts) {
        Map<String, Person> found = new HashMap<>();
        Set<String> missing = new HashSet<>();
        for (String account : accounts) {
            String folded = FoldedName.of(account);
            Person known = byAccount.get(folded);
            if (known != null) {
                found.put(folded, known);
            } else {
                missing.add(folded);
            }
        }
        if (!missing.isEmpty()) {
            read(() -> store.byFoldedAccounts(missing))
                    .forEach(person -> found.put(FoldedName.of(person.account()), person));
        }
        return found;
    }

    /** Those of {@code ids} that exist; missing ones are read together. */
    public Map<PersonId, Person> byIds(Collection<PersonId> ids) {
        Map<PersonId, Person> found = new HashMap<>();
        List<PersonId> missing = new ArrayList<>();
        for (PersonId id : ids) {
            Person known = byId.get(id);
            if (known != null) {
                found.put(id, known);
            } else {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            read(() -> store.byIds(missing)).forEach(person -> found.put(person.id(), person));
        }
        return found;
    }

    /** The person as they are now; as given if they are not stored. */
    public Person current(Person person) {
        Person known = byId.get(person.id());
        return known != null ? known : byIds(List.of(person.id())).getOrDefault(person.id(), person);
    }

    private List<Person> read(Supplier<List<Person>> reading) {
        long before;
        synchronized (this) {
            before = forgettings;
        }
        List<Person> people;
        try {
            people = reading.get();
        } catch (RuntimeException failure) {
            throw SqlErrors.asRefusal(failure);
        }
        synchronized (this) {
            if (before == forgettings) {
                people.forEach(this::remember);
            }
        }
        return people;
    }

    private void remember(Person person) {
        byId.put(person.id(), person);
        byAccount.put(FoldedName.of(person.account()), person);
    }

    @Override
    public synchronized void reload() {
        forgettings++;
        byId.clear();
        byAccount.clear();
    }

    @Override
    public synchronized void follow(List<Change> changes) {
        for (Change change : changes) {
            if (change.kind() == ChangeKind.PERSON) {
                forgettings++;
                Person old = byId.remove(new PersonId(change.subject()));
                if (old != null) {
                    byAccount.remove(FoldedName.of(old.account()));
                }
            }
        }
    }
}
