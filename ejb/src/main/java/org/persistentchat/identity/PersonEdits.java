package org.persistentchat.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
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

/** Stores changes of people, each in a transaction of its own. A person is locked meanwhile; two changes of one version do not both succeed. */
@ApplicationScoped
class PersonEdits {
    @PersistenceContext(unitName = "content")
    EntityManager entities;

    @Inject
    PersonWords words;

    @Inject
    AuditLog audit;

    @Inject
    ChangeLog changes;

    @Transactional
    PersonDetails change(Person by, PersonEdit edit) {
        PersonChange wanted = edit.change();
        if (wanted.active() != null || wanted.roles() != null) {
            guard();
        }
        @Nullable PersonEntity entity = entities.find(PersonEntity.class, edit.person().value(), LockModeType.PESSIMISTIC_WRITE);
        if (entity == null) {
            throw new ChatException(ErrorCode.PERSON_NOT_FOUND, "Nobody is known so.");
        }
        PersonDetails before = entity.toDetails();
        if (edit.version() >= 0 && before.version() != edit.version()) {
            throw new ChatException(
                    ErrorCode.PRECONDITION_FAILED,
                    "The person was changed in the meantime: read it again, then change it.");
        }
        entity.change(wanted, edit.passwordHash());
        entities.flush();
        PersonDetails after = entity.toDetails();
        if (isAdministrator(before.person()) && !isAdministrator(after.person())) {
            checkOthers(edit.person());
        }
        if (!after.person().name().equals(before.person().name())) {
            putWords(after.person());
        }
        changes.record(ChangeKind.PERSON, edit.person().value());
        record(by, before.person(), after.person(), edit.passwordHash() != null);
        return after;
    }

    /** One after the other, so that two administrators do not take the role from each other. */
    private void guard() {
        entities.createNativeQuery("UPDATE principal_guard SET passed = passed + 1 WHERE guard_id = 1")
                .executeUpdate();
    }

    private static boolean isAdministrator(Person person) {
        return person.active() && person.is(Role.ADMINISTRATOR);
    }

    private void checkOthers(PersonId but) {
        long others = entities.createQuery(
                        "select count(p) from PersonEntity p join p.roles r where r = :role and p.active = true"
                                + " and p.id <> :but",
                        Long.class)
                .setParameter("role", Role.ADMINISTRATOR)
                .setParameter("but", but.value())
                .getSingleResult();
        if (others == 0) {
            throw new ChatException(ErrorCode.LAST_ADMINISTRATOR, "Nobody else is an active administrator.");
        }
    }

    private void putWords(Person person) {
        try {
            words.put(Map.of(person.id().value(), PersonWords.of(person.account(), person.name())));
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    private void record(Person by, Person before, Person after, boolean password) {
        AuditSubject subject = AuditSubject.of("person", after.id().value(), after.account());
        AuditState old = state(before, after);
        AuditState now = state(after, before);
        if (!old.equals(AuditState.NONE) || !now.equals(AuditState.NONE)) {
            audit.record(by, new AuditAct("person.change", subject, old, now));
        }
        if (password) {
            audit.record(by, new AuditAct("person.password", subject, AuditState.NONE, AuditState.NONE));
        }
    }

    /** What of {@code one} differs from {@code other}. */
    private static AuditState state(Person one, Person other) {
        AuditState state = AuditState.NONE;
        if (!one.name().equals(other.name())) {
            state = state.and("name", one.name());
        }
        if (!Objects.equals(one.email(), other.email())) {
            state = state.and("email", one.email());
        }
        if (one.internal() != other.internal()) {
            state = state.and("internal", one.internal());
        }
        if (one.active() != other.active()) {
            state = state.and("active", one.active());
        }
        if (one.chat() != other.chat()) {
            state = state.and("chat", one.chat());
        }
        return one.roles().equals(other.roles()) ? state : state.and("roles", one.roles());
    }
}
