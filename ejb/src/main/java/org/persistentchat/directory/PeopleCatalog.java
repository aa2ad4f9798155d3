package org.persistentchat.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.OpaqueId;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.identity.PersonSearch;
import org.persistentchat.identity.Role;
import org.persistentchat.identity.SealedPlaces;
import org.persistentchat.principal.Subjects;
import org.persistentchat.room.RoomDirectory;
import org.persistentchat.room.SharedScope;

/**
 * People as others may know them: active, and in the scope of one category at least together with who asks, so that the two sides of an ethical wall do not find
 * each other. Administrators and compliance officers know everybody.
 */
@ApplicationScoped
public class PeopleCatalog {
    private static final String BY_ID = "id:";

    /** People who are looked at for one page; then the page ends, however few of them may be shown. */
    private static final int LOOKED_AT = 5_000;

    private static final int PORTION = 500;

    @Inject
    PersonSearch search;

    @Inject
    PersonDirectory people;

    @Inject
    Subjects subjects;

    @Inject
    RoomDirectory rooms;

    @Inject
    SealedPlaces places;

    /** People whose account or name has words that begin so; blank: all. The place where the next page begins is sealed: it may be that of somebody whom {@code by} does not know. */
    public PeoplePage find(Person by, String name, String after, int limit) {
        Optional<SharedScope> scope = scope(by);
        List<Person> items = new ArrayList<>();
        String at = after.isEmpty() ? after : places.open(after);
        for (int looked = 0; looked < LOOKED_AT; looked += PORTION) {
            PersonSearch.Portion portion = search.find(name, at, PORTION);
            for (PersonSearch.Hit hit : portion.hits()) {
                if (isKnown(scope, hit.person())) {
                    items.add(hit.person());
                    if (items.size() == limit) {
                        return new PeoplePage(items, Optional.of(places.seal(hit.place())));
                    }
                }
            }
            if (portion.next().isEmpty()) {
                return new PeoplePage(items, Optional.empty());
            }
            at = portion.next().get();
        }
        return new PeoplePage(items, Optional.of(places.seal(at)));
    }

    /** The person of an account, or of {@code id:} and an id; who may not be known is refused as who does not exist. */
    public Person one(Person by, String account) {
        Optional<SharedScope> scope = scope(by);
        return people.byAccount(account)
                .or(() -> byId(account))
                .filter(person -> isKnown(scope, person))
                .orElseThrow(() -> new ChatException(ErrorCode.PERSON_NOT_FOUND, "Nobody is known so."));
    }

    private Optional<Person> byId(String text) {
        if (!text.startsWith(BY_ID)) {
            return Optional.empty();
        }
        var id = OpaqueId.decode(text.substring(BY_ID.length()));
        return id.isEmpty()
                ? Optional.empty()
                : people.byIds(List.of(new PersonId(id.getAsLong()))).values().stream()
                        .findFirst();
    }

    private Optional<SharedScope> scope(Person by) {
        boolean everybody = by.is(Role.ADMINISTRATOR) || by.is(Role.COMPLIANCE_OFFICER);
        return everybody ? Optional.empty() : Optional.of(SharedScope.of(subjects.of(by), rooms.categories()));
    }

    private boolean isKnown(Optional<SharedScope> scope, Person person) {
        return scope.isEmpty() || (person.active() && scope.get().includes(subjects.of(person)));
    }
}
