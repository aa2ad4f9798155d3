package org.persistentchat.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.id.FoldedName;

/**
 * Knows people by id and by account, from memory once read. A person takes some 200 bytes; an organisation of 150,000 fits.
 */
@ApplicationScoped
public class PersonDirectory {
    @Inject
    PersonStore store;

    private final Map<PersonId, Person> byId = new ConcurrentHashMap<>();
    private final Map<String, Person> byAccount = new ConcurrentHashMap<>();

    /** The person of an account, in any case of its letters. */
    public Optional<Person> byAccount(String account) {
        String folded = FoldedName.of(account);
        Person known = byAccount.get(folded);
        return known != null
                ? Optional.of(known)
                : read(() -> store.byFoldedAccount(folded)).map(this::remember);
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
            read(() -> store.byIds(missing)).forEach(person -> found.put(person.id(), remember(person)));
        }
        return found;
    }

    private static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException failure) {
            throw SqlErrors.asRefusal(failure);
        }
    }

    private Person remember(Person person) {
        byId.put(person.id(), person);
        byAccount.put(FoldedName.of(person.account()), person);
        return person;
    }
}
