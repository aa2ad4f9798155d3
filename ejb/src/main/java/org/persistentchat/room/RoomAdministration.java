package org.persistentchat.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
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
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.identity.Role;
import org.persistentchat.principal.Principal;
import org.persistentchat.principal.PrincipalNames;
import org.persistentchat.principal.PrincipalSet;
import org.persistentchat.principal.Subject;
import org.persistentchat.principal.Subjects;

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

    @Inject
    Subjects subjects;

    @Inject
    RoomDirectory directory;

    @Inject
    ChangeLog changes;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

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
                names.resolve(wanted.creators()),
                0);
        entities.persist(new CategoryEntity(category, by.id(), clock.instant()));
        flush(ErrorCode.CATEGORY_NAME_TAKEN, "Another category has the name.");
        audit.record(by, created(category, wanted));
        AccessTable access = AccessTable.ofCategories(dataSource);
        access.add(category.id().value(), Relation.ALLOWED, category.allowed());
        access.add(category.id().value(), Relation.DENIED, category.denied());
        access.add(category.id().value(), Relation.CREATOR, category.creators());
        changes.record(ChangeKind.CATEGORY, category.id().value());
        return category;
    }

    /** Creates a room; who creates it becomes its manager. Creators of the category and administrators only. */
    @Transactional
    public Room createRoom(Person by, NewRoom wanted) {
        Subject who = subjects.of(by);
        Category category = directory
                .find(wanted.category())
                .filter(found -> who.is(Role.ADMINISTRATOR) || RoomRights.inScope(who, found))
                .orElseThrow(() -> new ChatException(ErrorCode.CATEGORY_NOT_FOUND, "There is no such category."));
        if (!RoomRights.mayCreateRoom(who, category)) {
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
                managers(who, category, wanted),
                names.resolve(wanted.presenters()),
                0);
        checkScope(room);
        entities.persist(new RoomEntity(room, by.id(), clock.instant()));
        flush(ErrorCode.ROOM_NAME_TAKEN, "Another room has the name.");
        entities.createNativeQuery("INSERT INTO room_head (room_id, last_sequence) VALUES (?1, 0)")
                .setParameter(1, room.id().value())
                .executeUpdate();
        audit.record(by, created(room, wanted));
        AccessTable access = AccessTable.ofRooms(dataSource);
        access.add(room.id().value(), Relation.MEMBER, room.members());
        access.add(room.id().value(), Relation.MANAGER, room.managers());
        access.add(room.id().value(), Relation.PRESENTER, room.presenters());
        changes.record(ChangeKind.ROOM, room.id().value());
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

    private PrincipalSet managers(Subject by, Category category, NewRoom wanted) {
        PrincipalSet named = names.resolve(wanted.managers());
        if (!RoomRights.inScope(by, category)) {
            return named;
        }
        return PrincipalSet.of(
                Stream.concat(named.stream(), Stream.of(Principal.of(by.person().id())))
                        .toList());
    }

    /** Groups may be named whatever the scope is: the scope is applied to their people at each use. */
    private void checkScope(Room room) {
        Set<PersonId> named = Stream.of(room.members(), room.managers(), room.presenters())
                .flatMap(PrincipalSet::stream)
                .map(principal -> new PersonId(principal.value()))
                .collect(Collectors.toSet());
        for (Person person : people.byIds(named).values()) {
            if (!RoomRights.inScope(subjects.of(person), room.category())) {
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
