package org.persistentchat.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

/** Creates people with local accounts. */
@ApplicationScoped
public class People {
    private static final int ACCOUNT_LENGTH = 255;
    private static final int NAME_LENGTH = 256;
    private static final int EMAIL_LENGTH = 320;

    @PersistenceContext(unitName = "content")
    EntityManager entities;

    @Inject
    AuditLog audit;

    @Inject
    ChangeLog changes;

    @Inject
    @ConfigProperty(name = "persistentchat.password.lowest-cost", defaultValue = "10")
    int lowestCost;

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
        List<Long> created = new ArrayList<>();
        List<AuditAct> acts = new ArrayList<>();
        for (NewPerson person : people) {
            checkNames(person);
            if (existing.add(FoldedName.of(person.account()))) {
                PersonId id = new PersonId(OpaqueId.random());
                entities.persist(new PersonEntity(id, person, passwordHash(person), clock.instant()));
                created.add(id.value());
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
            changes.record(ChangeKind.PERSON, created);
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

    private static void checkNames(NewPerson person) {
        checkName("account", person.account(), ACCOUNT_LENGTH);
        checkName("name", person.name(), NAME_LENGTH);
        if (person.email() != null) {
            checkName("email", person.email(), EMAIL_LENGTH);
        }
    }

    private static void checkName(String member, String value, int length) {
        boolean clean = value.codePoints().noneMatch(Character::isISOControl);
        if (value.isBlank() || !fits(value, length) || !clean || !value.equals(value.strip())) {
            throw ChatException.overLimit(
                    ErrorCode.NAME_INVALID,
                    member + " has 1 to " + length + " characters, none a control character, no blank at either end.",
                    length);
        }
    }

    /** The folded form has a column of the same length. */
    private static boolean fits(String value, int length) {
        return value.length() <= length && FoldedName.of(value).length() <= length;
    }

    private static ChatException taken(String account) {
        return new ChatException(ErrorCode.ACCOUNT_TAKEN, "The account " + account + " exists.");
    }
}
