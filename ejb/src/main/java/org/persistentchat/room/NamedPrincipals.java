package org.persistentchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.identity.Role;
import org.persistentchat.principal.Principal;
import org.persistentchat.principal.PrincipalGraph;
import org.persistentchat.principal.PrincipalNames;
import org.persistentchat.principal.PrincipalSet;
import org.persistentchat.principal.Subject;
import org.persistentchat.principal.Subjects;

/** The principals that lists name: by name, and whether they may be there. */
@ApplicationScoped
class NamedPrincipals {
    @Inject
    PrincipalNames names;

    @Inject
    PersonDirectory people;

    @Inject
    PrincipalGraph graph;

    @Inject
    Subjects subjects;

    @Inject
    RoomDirectory directory;

    PrincipalSet resolve(Collection<String> named) {
        return named.isEmpty() ? PrincipalSet.EMPTY : names.resolve(named);
    }

    /** As {@code by} may name them: whom they may not know of is refused as who does not exist. */
    PrincipalSet resolve(Subject by, Collection<String> named) {
        return named.isEmpty() ? PrincipalSet.EMPTY : names.resolve(named, knownTo(by));
    }

    /** Whom {@code who} may know of: administrators and compliance officers everybody, others those with whom they share a scope. */
    Predicate<Principal> knownTo(Subject who) {
        if (who.is(Role.ADMINISTRATOR) || who.is(Role.COMPLIANCE_OFFICER)) {
            return any -> true;
        }
        SharedScope scope = SharedScope.of(who, directory.categories());
        return principal -> scope.includes(principal, graph::memberships);
    }

    List<String> names(PrincipalSet principals) {
        return names.names(principals);
    }

    /** With the names that people read; those that do not exist any more are left out. */
    List<NamedPrincipal> entries(PrincipalSet principals) {
        List<NamedPrincipal> entries = new ArrayList<>();
        principals.stream().forEach(principal -> {
            if (principal.equals(Principal.EVERYONE)) {
                entries.add(new NamedPrincipal("group:everyone", "everyone"));
            }
            graph.group(principal).ifPresent(group -> entries.add(new NamedPrincipal(group.label(), group.name())));
        });
        for (Person person : people(principals)) {
            entries.add(new NamedPrincipal("person:" + person.account(), person.name()));
        }
        entries.sort(Comparator.comparing(NamedPrincipal::principal));
        return entries;
    }

    /** Those that are people. */
    Collection<Person> people(PrincipalSet principals) {
        List<PersonId> ids = principals.stream()
                .filter(principal -> !isGroup(principal))
                .map(principal -> new PersonId(principal.value()))
                .toList();
        return ids.isEmpty() ? List.of() : people.byIds(ids).values();
    }

    boolean isGroup(Principal principal) {
        return principal.equals(Principal.EVERYONE) || graph.group(principal).isPresent();
    }

    /**
     * People outside of the scope cannot be named. Groups may be named whatever the scope is: it is applied to their people at each use.
     */
    void checkScope(PrincipalSet principals, Category category) {
        for (Person person : people(principals)) {
            if (!RoomRights.inScope(subjects.of(person), category)) {
                throw new ChatException(
                        ErrorCode.OUT_OF_SCOPE, person.account() + " is outside the scope of the category.");
            }
        }
    }

    /** Those that nobody of the category's scope is: people outside of it, and groups that are denied, or lie in one that is. */
    PrincipalSet outside(PrincipalSet principals, Category category) {
        long[] people = people(principals).stream()
                .filter(person -> !RoomRights.inScope(subjects.of(person), category))
                .mapToLong(person -> person.id().value())
                .toArray();
        long[] groups = principals.stream()
                .filter(this::isGroup)
                .filter(group -> category.denied().containsAny(graph.memberships(group)))
                .mapToLong(Principal::value)
                .toArray();
        return PrincipalSet.ofIds(java.util.stream.LongStream.concat(
                        java.util.stream.LongStream.of(people), java.util.stream.LongStream.of(groups))
                .toArray());
    }
}
