package org.persistentchat.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.persistentchat.audit.AuditState;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;
import org.persistentchat.principal.Principal;
import org.persistentchat.principal.PrincipalSet;
import org.persistentchat.principal.Subject;
import org.persistentchat.principal.Subjects;

/** Creates rooms, one or hundreds in a transaction of a few batches. */
@ApplicationScoped
public class RoomCreation {
    @Inject
    NamedPrincipals principals;

    @Inject
    RoomDirectory directory;

    @Inject
    RoomAdministration administration;

    @Inject
    Subjects subjects;

    @Inject
    Invitations invitations;

    @Inject
    ActLog log;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    private final Clock clock = Clock.systemUTC();

    /**
     * Creates a room. Creators of the category and administrators only. Who creates it becomes its manager if they are in the scope; administrators, who create
     * for others, only if they name no manager.
     */
    @Transactional
    public Room create(Person by, NewRoom wanted) {
        return createAll(by, List.of(wanted)).get(0);
    }

    /** Creates rooms, all or none. */
    @Transactional
    public List<Room> createAll(Person by, List<NewRoom> wanted) {
        Subject who = subjects.of(by);
        readTogether(who, wanted);
        List<Room> rooms = wanted.stream().map(room -> room(who, room)).toList();
        insert(rooms);
        List<ActLog.RoomAct> acts = new ArrayList<>();
        List<AccessTable.Entries> entries = new ArrayList<>();
        for (int index = 0; index < rooms.size(); index++) {
            Room room = rooms.get(index);
            acts.add(created(room, wanted.get(index)));
            for (Relation relation : Relation.OF_ROOMS) {
                entries.add(new AccessTable.Entries(room.id().value(), relation, room.list(relation)));
            }
        }
        AccessTable.ofRooms(dataSource).add(entries);
        invitations.invite(
                by,
                rooms.stream()
                        .map(room -> new Invitations.Guests(room, room.members().and(room.managers())))
                        .toList());
        log.rooms(by, acts);
        return rooms;
    }

    /** All people at once: what follows finds them in memory. */
    private void readTogether(Subject who, List<NewRoom> wanted) {
        if (wanted.size() > 1) {
            Set<String> names = new HashSet<>();
            for (NewRoom room : wanted) {
                Stream.of(room.members(), room.managers(), room.presenters()).forEach(names::addAll);
            }
            principals.resolve(who, names);
        }
    }

    private Room room(Subject who, NewRoom wanted) {
        Category category = directory
                .find(wanted.category())
                .filter(found -> who.is(Role.ADMINISTRATOR) || RoomRights.inScope(who, found))
                .orElseThrow(CategoryAdministration::notFound);
        if (!RoomRights.mayCreateRoom(who, category)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only creators of the category create rooms in it.");
        }
        NameRules.checkName(wanted.name());
        NameRules.checkDescription(wanted.description());
        administration.checkAddIns(wanted.addIns());
        PrincipalSet members = principals.resolve(who, wanted.members());
        PrincipalSet managers = managers(who, category, principals.resolve(who, wanted.managers()));
        PrincipalSet presenters = principals.resolve(who, wanted.presenters());
        principals.checkScope(members.and(managers).and(presenters), category);
        return new Room(
                RoomId.random(),
                wanted.name(),
                wanted.description(),
                category,
                wanted.privacy(),
                wanted.type(),
                false,
                members,
                managers,
                presenters,
                0,
                RoomDetails.created(
                        wanted.invitations(),
                        wanted.addIns(),
                        who.person().id(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private static PrincipalSet managers(Subject by, Category category, PrincipalSet named) {
        boolean forOthers = by.is(Role.ADMINISTRATOR) && !named.isEmpty();
        if (forOthers || !RoomRights.inScope(by, category)) {
            return named;
        }
        return named.and(PrincipalSet.of(List.of(Principal.of(by.person().id()))));
    }

    private void insert(List<Room> rooms) {
        try {
            new RoomTable(dataSource).insert(rooms);
        } catch (SqlTemplate.ViolatedConstraintException violated) {
            CategoryTable categories = new CategoryTable(dataSource);
            for (Room room : rooms) {
                if (!categories.exists(room.category().id())) {
                    throw CategoryAdministration.notFound();
                }
            }
            throw new ChatException(
                    ErrorCode.ROOM_NAME_TAKEN,
                    rooms.size() == 1 ? "Another room has the name." : "One of the names is taken, or is there twice.");
        }
    }

    private static ActLog.RoomAct created(Room room, NewRoom wanted) {
        AuditState state = RoomAdministration.settings(room)
                .and("category", room.category().name())
                .and("members", wanted.members())
                .and("managers", wanted.managers())
                .and("presenters", wanted.presenters());
        return new ActLog.RoomAct("room.create", RecordKind.ROOM_CREATED, room, AuditState.NONE, state);
    }
}
