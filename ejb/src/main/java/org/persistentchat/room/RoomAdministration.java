package org.persistentchat.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.persistentchat.audit.AuditState;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;
import org.persistentchat.principal.PrincipalSet;
import org.persistentchat.principal.Subject;
import org.persistentchat.principal.Subjects;

/** Changes, moves, disables and deletes rooms. Managers do all but moving and deleting, administrators everything. */
@ApplicationScoped
public class RoomAdministration {
    /** Add-ins of one room. */
    static final int MOST_ADD_INS = 20;

    @Inject
    NamedPrincipals principals;

    @Inject
    RoomDirectory directory;

    @Inject
    AddInDirectory addIns;

    @Inject
    Subjects subjects;

    @Inject
    Invitations invitations;

    @Inject
    ActLog log;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    private final Clock clock = Clock.systemUTC();

    /** Changes the room of that version ({@code -1}: whatever it is), or refuses with {@link ErrorCode#PRECONDITION_FAILED}. */
    @Transactional
    public void change(Person by, RoomId id, long version, RoomChange wanted) {
        Room before = of(directory.manageable(subjects.of(by), id), version);
        Room now = wanted.of(before, by.id(), now());
        NameRules.checkName(now.name());
        NameRules.checkDescription(now.description());
        checkAddIns(now.details().addIns());
        AuditState was = settings(before);
        AuditState is = settings(now);
        if (!was.equals(is)) {
            update(now);
            log.room(by, new ActLog.RoomAct("room.change", RecordKind.ROOM_CHANGED, now, was, is));
        }
    }

    private void update(Room now) {
        try {
            if (!new RoomTable(dataSource).update(now)) {
                throw stale();
            }
        } catch (SqlTemplate.ViolatedConstraintException violated) {
            if (!new CategoryTable(dataSource).exists(now.category().id())) {
                throw CategoryAdministration.notFound();
            }
            throw new ChatException(ErrorCode.ROOM_NAME_TAKEN, "Another room has the name.");
        }
    }

    /** Disables or enables a room; a room that is so already stays as it is. */
    @Transactional
    public void setDisabled(Person by, RoomId id, boolean disabled) {
        Room room = directory.manageable(subjects.of(by), id);
        if (new RoomTable(dataSource).setDisabled(id, disabled, by.id(), now())) {
            String action = disabled ? "room.disable" : "room.enable";
            log.room(
                    by,
                    new ActLog.RoomAct(
                            action,
                            RecordKind.ROOM_CHANGED,
                            room,
                            AuditState.of("disabled", !disabled),
                            AuditState.of("disabled", disabled)));
        }
    }

    /**
     * Moves a room to another category. Entries that nobody of the new scope is are removed: people outside of it, and groups that are denied. A group that lies
     * partly inside stays; the scope is applied to its people at each use.
     *
     * @return the entries that are removed, or would be, by list
     */
    @Transactional
    public Map<Relation, List<String>> move(Person by, RoomId id, long version, Move wanted) {
        Subject who = subjects.of(by);
        Room manageable = directory.manageable(who, id);
        checkAdministrator(who, "Only administrators move rooms.");
        Room before = of(manageable, version);
        Category target = directory.find(wanted.category()).orElseThrow(CategoryAdministration::notFound);
        if (target.id().equals(before.category().id())) {
            throw new ChatException(ErrorCode.SAME_CATEGORY, "The room is in this category.");
        }
        Map<Relation, PrincipalSet> outside = new EnumMap<>(Relation.class);
        Map<Relation, List<String>> report = new EnumMap<>(Relation.class);
        for (Relation relation : Relation.OF_ROOMS) {
            PrincipalSet removed = principals.outside(before.list(relation), target);
            outside.put(relation, removed);
            report.put(relation, principals.names(removed));
        }
        if (!wanted.dryRun()) {
            move(by, before, target, outside);
        }
        return report;
    }

    private void move(Person by, Room before, Category target, Map<Relation, PrincipalSet> outside) {
        RoomDetails details = before.details();
        Room now = before.moved(target, details.changed(details.invitations(), details.addIns(), by.id(), now()));
        update(now);
        AccessLists lists = new AccessLists(AccessTable.ofRooms(dataSource), principals);
        AccessChanged removed = new AccessChanged(Map.of(), outside);
        lists.write(now.id().value(), removed);
        invitations.withdraw(now.id(), outside.values());
        AuditState was =
                lists.removed(removed).and("category", before.category().name());
        AuditState is = AuditState.of("category", target.name());
        log.room(by, new ActLog.RoomAct("room.move", RecordKind.ROOM_CHANGED, now, was, is));
    }

    /**
     * Where to.
     *
     * @param dryRun only say what would be removed
     */
    public record Move(CategoryId category, boolean dryRun) {}

    /** Deletes a room with all that was said in it. What was said is unreachable at once, and removed from the database within minutes. */
    @Transactional
    public void delete(Person by, RoomId id, long version) {
        Subject who = subjects.of(by);
        Room manageable = directory.manageable(who, id);
        checkAdministrator(who, "Only administrators delete rooms.");
        Room room = of(manageable, version);
        if (!new RoomTable(dataSource).delete(id, room.version(), now())) {
            throw stale();
        }
        AuditState was = settings(room).and("category", room.category().name());
        for (Relation relation : Relation.OF_ROOMS) {
            was = was.and(relation.list(), principals.names(room.list(relation)));
        }
        log.room(by, new ActLog.RoomAct("room.delete", RecordKind.ROOM_DELETED, room, was, AuditState.NONE));
    }

    void checkAddIns(List<AddInId> named) {
        if (named.size() > MOST_ADD_INS || new HashSet<>(named).size() < named.size()) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD,
                    "A room has at most " + MOST_ADD_INS + " add-ins, each once.",
                    MOST_ADD_INS);
        }
        named.forEach(addIns::get);
    }

    /** What can be changed of a room, and its state. */
    static AuditState settings(Room room) {
        List<String> shown = new ArrayList<>();
        room.details().addIns().forEach(addIn -> shown.add(addIn.text()));
        return AuditState.of("name", room.name())
                .and("description", room.description())
                .and("privacy", room.privacy())
                .and("type", room.type())
                .and("invitations", room.details().invitations())
                .and("disabled", room.disabled())
                .and("addIns", shown);
    }

    private static Room of(Room room, long version) {
        if (version >= 0 && room.version() != version) {
            throw stale();
        }
        return room;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void checkAdministrator(Subject who, String refusal) {
        if (!who.is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, refusal);
        }
    }

    private static ChatException stale() {
        return new ChatException(
                ErrorCode.PRECONDITION_FAILED, "It was changed in the meantime: read it again, then change it.");
    }
}
