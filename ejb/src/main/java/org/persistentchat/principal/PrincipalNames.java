package org.persistentchat.principal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.FoldedName;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;

/** The names by which requests name principals: {@code person:ACCOUNT}, {@code group:NAME}, {@code unit:NAME}, {@code group:everyone}. */
@ApplicationScoped
public class PrincipalNames {
    private static final String PERSON = "person:";
    private static final String EVERYONE = "everyone";

    @Inject
    PersonDirectory people;

    @Inject
    PrincipalGraph graph;

    /**
     * Whom the names mean. People are read together, however many.
     *
     * @throws ChatException {@link ErrorCode#PERSON_NOT_FOUND} or {@link ErrorCode#GROUP_NOT_FOUND} with the first name that means nobody
     */
    public PrincipalSet resolve(Collection<String> names) {
        return resolve(names, any -> true);
    }

    /** As {@link #resolve(Collection)} for somebody who does not know everybody: whom they do not know is refused in the words for whom there is not. */
    public PrincipalSet resolve(Collection<String> names, Predicate<Principal> known) {
        List<String> accounts = names.stream()
                .filter(name -> name.startsWith(PERSON))
                .map(name -> name.substring(PERSON.length()))
                .toList();
        Map<String, Person> byAccount = people.byAccounts(accounts);
        Set<Principal> principals = new HashSet<>();
        for (String name : names) {
            principals.add(name.startsWith(PERSON) ? person(name, byAccount, known) : group(name, known));
        }
        return PrincipalSet.of(principals);
    }

    private static Principal person(String name, Map<String, Person> byAccount, Predicate<Principal> known) {
        @Nullable Person person = byAccount.get(FoldedName.of(name.substring(PERSON.length())));
        if (person == null || !known.test(Principal.of(person.id()))) {
            throw new ChatException(ErrorCode.PERSON_NOT_FOUND, "Nobody is known as " + name + ".");
        }
        return Principal.of(person.id());
    }

    private Principal group(String name, Predicate<Principal> known) {
        for (GroupKind kind : GroupKind.values()) {
            if (name.startsWith(kind.prefix())) {
                String groupName = name.substring(kind.prefix().length());
                if (kind == GroupKind.GROUP && groupName.equals(EVERYONE)) {
                    return Principal.EVERYONE;
                }
                return graph.group(kind, groupName)
                        .map(Group::principal)
                        .filter(known)
                        .orElseThrow(() ->
                                new ChatException(ErrorCode.GROUP_NOT_FOUND, "No group is known as " + name + "."));
            }
        }
        throw new ChatException(
                ErrorCode.PERSON_NOT_FOUND,
                "Nobody is known as " + name + ": a name begins with person:, group: or unit:.");
    }

    /** The names of principals, sorted; those that do not exist any more are left out. */
    public List<String> names(PrincipalSet principals) {
        List<String> names = new ArrayList<>(principals.size());
        List<PersonId> persons = new ArrayList<>();
        principals.stream().forEach(principal -> {
            if (principal.equals(Principal.EVERYONE)) {
                names.add(GroupKind.GROUP.prefix() + EVERYONE);
            } else {
                graph.group(principal)
                        .ifPresentOrElse(
                                group -> names.add(group.label()), () -> persons.add(new PersonId(principal.value())));
            }
        });
        people.byIds(persons).values().forEach(person -> names.add(PERSON + person.account()));
        names.sort(null);
        return names;
    }

    /** The principals with these ids, in their order; those that do not exist any more are left out. People are read together. */
    List<GroupMember> members(Collection<Long> ids) {
        List<PersonId> persons = ids.stream().map(PersonId::new).toList();
        Map<PersonId, Person> known =
                people.byIds(persons.stream().filter(id -> !isGroup(id.value())).toList());
        List<GroupMember> members = new ArrayList<>();
        for (PersonId id : persons) {
            Principal principal = new Principal(id.value());
            @Nullable Person person = known.get(id);
            if (principal.equals(Principal.EVERYONE)) {
                members.add(new GroupMember(principal, GroupKind.GROUP.prefix() + EVERYONE, EVERYONE));
            } else if (person != null) {
                members.add(new GroupMember(principal, PERSON + person.account(), person.name()));
            } else {
                graph.group(principal)
                        .ifPresent(group -> members.add(new GroupMember(principal, group.label(), group.name())));
            }
        }
        return members;
    }

    /** Whether one of them is a group or unit. */
    boolean anyGroup(PrincipalSet principals) {
        return principals.ids().anyMatch(this::isGroup);
    }

    private boolean isGroup(long id) {
        return id == Principal.EVERYONE.value()
                || graph.group(new Principal(id)).isPresent();
    }
}
