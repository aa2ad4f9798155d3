package org.persistentchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.FoldedName;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.identity.Role;

/** Creates categories and rooms. */
@ApplicationScoped
public class RoomAdministration {
    private static final int NAME_LENGTH = 256;

    @PersistenceContext(unitName = "content")
    EntityManager entities;

    @Inject
    PrincipalNames names;

    @Inject
    PersonDirectory people;

    @Inject
    AuditLog audit;

    private final Clock clock = Clock.systemUTC();

    /** Creates a category. Administrators only. */
    @Transactional
    public Category createCategory(Person by, NewCategory wanted) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators create categories.");
        }
        checkName(wanted.name());
        checkDescription(wanted.description());
        Category category = new Category(
                CategoryId.random(),
                wanted.name(),
                wanted.description(),
                wanted.invitations(),
                wanted.fileUpload(),
                wanted.chatHistory(),
                names.resolve(wanted.allowed()),
                names.resolve(wanted.denied()),
                names.resolve(wanted.creators()));
        entities.persist(new CategoryEntity(category, by.id(), clock.instant()));
        flush(ErrorCode.CATEGORY_NAME_TAKEN, "Another category has the name.");
        audit.record(by, created(category, wanted));
        return category;
    }

    /** Creates a room; who creates it becomes its manager. Creators of the category and administrators only. */
    @Transactional
    public Room createRoom(Person by, NewRoom wanted) {
        CategoryEntity entity =
                entities.find(CategoryEntity.class, wanted.category().value());
        Category category = entity == null ? null : entity.toCategory();
        boolean visible = category != null && (by.is(Role.ADMINISTRATOR) || RoomRights.inScope(by, category));
        if (entity == null || category == null || !visible) {
            throw new ChatException(ErrorCode.CATEGORY_NOT_FOUND, "There is no such category.");
        }
        if (!RoomRights.mayCreateRoom(by, category)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only creators of the category create rooms in it.");
        }
        checkName(wanted.name());
        checkDescription(wanted.description());
        Room room = new Room(
                RoomId.random(),
                wanted.name(),
                wanted.description(),
                category,
                wanted.privacy(),
                wanted.type(),
                false,
                names.resolve(wanted.members()),
                managers(by, category, wanted),
                names.resolve(wanted.presenters()));
        checkScope(room);
        entities.persist(new RoomEntity(room, entity, by.id(), clock.instant()));
        flush(ErrorCode.ROOM_NAME_TAKEN, "Another room has the name.");
        entities.createNativeQuery("INSERT INTO room_head (room_id, last_sequence) VALUES (?1, 0)")
                .setParameter(1, room.id().value())
                .executeUpdate();
        audit.record(by, created(room, wanted));
        return room;
    }

    private static AuditAct created(Category category, NewCategory wanted) {
        AuditState state = AuditState.of("name", category.name())
                .and("description", category.description())
                .and("invitations", category.invitations())
                .and("fileUpload", category.fileUpload())
                .and("chatHistory", category.chatHistory())
                .and("allowed", wanted.allowed())
                .and("denied", wanted.denied())
                .and("creators", wanted.creators());
        AuditSubject subject = AuditSubject.of("category", category.id().value(), category.name());
        return AuditAct.created("category.create", subject, state);
    }

    private static AuditAct created(Room room, NewRoom wanted) {
        AuditState state = AuditState.of("name", room.name())
                .and("description", room.description())
                .and("category", room.category().id().text())
                .and("privacy", room.privacy())
                .and("type", room.type())
                .and("members", wanted.members())
                .and("managers", wanted.managers())
                .and("presenters", wanted.presenters());
        AuditSubject subject = AuditSubject.of("room", room.id().value(), room.name());
        return AuditAct.created("room.create", subject, state);
    }

    private Set<Principal> managers(Person by, Category category, NewRoom wanted) {
        Set<Principal> managers = new HashSet<>(names.resolve(wanted.managers()));
        if (RoomRights.inScope(by, category)) {
            managers.add(Principal.of(by.id()));
        }
        return managers;
    }

    /** Everyone may be named whatever the scope is: the scope is applied at each use. */
    private void checkScope(Room room) {
        Set<PersonId> named = new HashSet<>();
        Stream.of(room.members(), room.managers(), room.presenters())
                .flatMap(Set::stream)
                .filter(principal -> !principal.equals(Principal.EVERYONE))
                .forEach(principal -> named.add(new PersonId(principal.value())));
        for (Person person : people.byIds(named).values()) {
            if (!RoomRights.inScope(person, room.category())) {
                throw new ChatException(
                        ErrorCode.OUT_OF_SCOPE, person.account() + " is outside the scope of the category.");
            }
        }
    }

    private void flush(ErrorCode taken, String message) {
        try {
            entities.flush();
        } catch (PersistenceException failure) {
            if (SqlErrors.isConstraintViolation(failure)) {
                throw new ChatException(taken, message);
            }
            throw failure;
        }
    }

    private static void checkName(String name) {
        if (name.isBlank() || !fits(name) || hasControl(name) || !name.equals(name.strip())) {
            throw ChatException.overLimit(
                    ErrorCode.NAME_INVALID,
                    "A name has 1 to " + NAME_LENGTH + " characters, none a control character, no blank at either end.",
                    NAME_LENGTH);
        }
    }

    private static void checkDescription(String description) {
        if (description.length() > NAME_LENGTH || hasControl(description)) {
            throw ChatException.overLimit(
                    ErrorCode.NAME_INVALID,
                    "A description has at most " + NAME_LENGTH + " characters, none a control character.",
                    NAME_LENGTH);
        }
    }

    /** The folded form has a column of the same length. */
    private static boolean fits(String name) {
        return name.length() <= NAME_LENGTH && FoldedName.of(name).length() <= NAME_LENGTH;
    }

    private static boolean hasControl(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }
}
