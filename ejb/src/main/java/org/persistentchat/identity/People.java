package org.persistentchat.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.change.ChangeLog;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.FoldedName;
import org.persistentchat.id.OpaqueId;

/** Creates people with local accounts, and changes people. */
@ApplicationScoped
public class People {
    @PersistenceContext(unitName = "content")
    EntityManager entities;

    @Inject
    AuditLog audit;

    @Inject
    ChangeLog changes;

    @Inject
    @ConfigProperty(name = "persistentchat.password.lowest-cost", defaultValue = "10")
    int lowestCost;

    @Inject
    PersonWords words;

    @Inject
    PersonEdits edits;

    @Inject
    SignIn signIn;

    private final Clock clock = Clock.systemUTC();

    /**
     * Creates people, all or none. Administrators only.
     *
     * @param skipExisting leave existing accounts as they are; otherwise one is an error
     * @return how many were created
     */
    @Transactional
    public int create(Person by, List<NewPerson> people, boolean skipExisting) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators create people.");
        }
        Set<String> existing = new HashSet<>(existing(people));
        Map<Long, NewPerson> created = new LinkedHashMap<>();
        List<AuditAct> acts = new ArrayList<>();
        for (NewPerson person : people) {
            PersonRules.check(person);
            if (existing.add(FoldedName.of(person.account()))) {
                PersonId id = new PersonId(OpaqueId.random());
                entities.persist(new PersonEntity(id, person, passwordHash(person), clock.instant()));
                created.put(id.value(), person);
                acts.add(created(id, person));
            } else if (!skipExisting) {
                throw taken(person.account());
            }
        }
        try {
            entities.flush();
        } catch (PersistenceException failure) {
            if (SqlErrors.isConstraintViolation(failure)) {
                throw new ChatException(ErrorCode.ACCOUNT_TAKEN, "One of the accounts was created at the same moment.");
            }
            throw failure;
        }
        if (!created.isEmpty()) {
            Map<Long, Set<String>> found = new LinkedHashMap<>();
            created.forEach((id, person) -> found.put(id, PersonWords.of(person.account(), person.name())));
            putWords(found);
            changes.record(ChangeKind.PERSON, created.keySet());
        }
        audit.record(by, acts);
        return acts.size();
    }

    private static AuditAct created(PersonId id, NewPerson person) {
        AuditState state = AuditState.of("name", person.name())
                .and("email", person.email())
                .and("roles", person.roles());
        return AuditAct.created("person.create", AuditSubject.of("person", id.value(), person.account()), state);
    }

    private List<String> existing(List<NewPerson> people) {
        List<String> accounts =
                people.stream().map(person -> FoldedName.of(person.account())).toList();
        if (accounts.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select p.accountFolded from PersonEntity p where p.accountFolded in :accounts", String.class)
                .setParameter("accounts", accounts)
                .getResultList();
    }

    private @Nullable String passwordHash(NewPerson person) {
        if (person.password() != null) {
            return Passwords.hash(person.password());
        }
        return person.passwordHash() == null ? null : Passwords.accepted(person.passwordHash(), lowestCost);
    }

    private void putWords(Map<Long, Set<String>> found) {
        try {
            words.put(found);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /** The person as administrators, and they themselves, see them. */
    @Transactional
    public PersonDetails details(Person by, PersonId id) {
        if (!by.is(Role.ADMINISTRATOR) && !by.id().equals(id)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators see this of others.");
        }
        return entity(id).toDetails();
    }

    /**
     * Changes a person; takes effect at once on everything that they have open. People themselves change their password only.
     *
     * @param version what the caller has seen; negative: whatever it is
     */
    public PersonDetails change(Person by, PersonId id, long version, PersonChange wanted) {
        PersonRules.checkMayChange(by, details(by, id), wanted);
        PersonRules.check(wanted);
        if (wanted.oldPassword() != null && by.id().equals(id)) {
            signIn.password(by.account(), wanted.oldPassword());
        }
        @Nullable String hash = wanted.password() == null ? null : Passwords.hash(wanted.password());
        return edits.change(by, new PersonEdit(id, version, wanted, hash));
    }

    private PersonEntity entity(PersonId id) {
        @Nullable PersonEntity entity = entities.find(PersonEntity.class, id.value());
        if (entity == null) {
            throw new ChatException(ErrorCode.PERSON_NOT_FOUND, "Nobody is known so.");
        }
        return entity;
    }

    private static ChatException taken(String account) {
        return new ChatException(ErrorCode.ACCOUNT_TAKEN, "The account " + account + " exists.");
    }
}
