package org.persistentchat.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;
import org.persistentchat.principal.Principal;
import org.persistentchat.principal.PrincipalSet;
import org.persistentchat.principal.Subject;
import org.persistentchat.principal.Subjects;

/** Who is in the lists of a room: many added and removed at once, in a few statements; leaving by oneself. */
@ApplicationScoped
public class RoomMembership {
    @Inject
    NamedPrincipals principals;

    @Inject
    RoomDirectory directory;

    @Inject
    Subjects subjects;

    @Inject
    Invitations invitations;

    @Inject
    ActLog log;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    /**
     * Adds to and removes from the lists of a room; what is so already does not matter. Managers and administrators only; only administrators take the last
     * manager away.
     */
    @Transactional
    public AccessChanged change(Person by, RoomId id, AccessChange wanted) {
        Subject who = subjects.of(by);
        Room room = directory.manageable(who, id);
        wanted.check();
        AccessLists lists = new AccessLists(AccessTable.ofRooms(dataSource), principals);
        Map<Relation, PrincipalSet> add = lists.resolve(who, wanted.add());
        add.values().forEach(named -> principals.checkScope(named, room.category()));
        return write(who, room, add, lists.resolve(who, wanted.remove()));
    }

    /** As {@link #change} for one person whose request to join was granted. In the transaction of the caller. */
    void admit(Subject by, Room room, Person person) {
        PrincipalSet admitted = PrincipalSet.of(List.of(Principal.of(person.id())));
        principals.checkScope(admitted, room.category());
        write(by, room, Map.of(Relation.MEMBER, admitted), Map.of());
    }

    /** Leaves a room: the person is in none of its lists any more. Who is a member through a group cannot leave by themselves. */
    @Transactional
    public void leave(Person by, RoomId id) {
        Subject who = subjects.of(by);
        Room room = directory
                .find(id)
                .filter(found -> RoomRights.maySee(who, found))
                .orElseThrow(RoomRights::notFound);
        PrincipalSet self = PrincipalSet.of(List.of(Principal.of(by.id())));
        Map<Relation, PrincipalSet> remove = new EnumMap<>(Relation.class);
        Relation.OF_ROOMS.forEach(relation -> remove.put(relation, self));
        AccessChanged left = write(who, room, Map.of(), remove);
        if (left.isNothing() && RoomRights.isMember(who, room)) {
            throw new ChatException(
                    ErrorCode.MEMBER_THROUGH_GROUP,
                    "You are a member through a group; its administrator can change that.");
        }
    }

    private AccessChanged write(
            Subject who, Room room, Map<Relation, PrincipalSet> add, Map<Relation, PrincipalSet> remove) {
        long id = room.id().value();
        if (!new RoomTable(dataSource).lock(room.id())) {
            throw RoomRights.notFound();
        }
        AccessTable table = AccessTable.ofRooms(dataSource);
        AccessLists lists = new AccessLists(table, principals);
        AccessChanged changed = lists.compare(id, add, remove);
        if (changed.isNothing()) {
            return changed;
        }
        List<Invitations.Guests> guests = guests(table, room, changed);
        lists.write(id, changed);
        checkManagers(who, table, id, changed);
        invitations.invite(who.person(), guests);
        invitations.withdraw(
                room.id(), List.of(changed.removed(Relation.MEMBER).and(changed.removed(Relation.MANAGER))));
        answerRequests(room, changed.added(Relation.MEMBER).and(changed.added(Relation.MANAGER)));
        log.room(
                who.person(),
                new ActLog.RoomAct(
                        "room.members",
                        RecordKind.MEMBERSHIP_CHANGED,
                        room,
                        lists.removed(changed),
                        lists.added(changed)));
        return changed;
    }

    /** Who was in neither of the lists that make a member. */
    private static List<Invitations.Guests> guests(AccessTable table, Room room, AccessChanged changed) {
        PrincipalSet fresh = changed.added(Relation.MEMBER).and(changed.added(Relation.MANAGER));
        if (fresh.isEmpty() || !room.invites()) {
            return List.of();
        }
        long id = room.id().value();
        PrincipalSet known = table.present(id, Relation.MEMBER, fresh).and(table.present(id, Relation.MANAGER, fresh));
        return List.of(new Invitations.Guests(room, fresh.without(known)));
    }

    private static void checkManagers(Subject who, AccessTable table, long id, AccessChanged changed) {
        boolean taken = !changed.removed(Relation.MANAGER).isEmpty() && !who.is(Role.ADMINISTRATOR);
        if (taken && table.count(id, Relation.MANAGER) == 0) {
            throw new ChatException(
                    ErrorCode.LAST_MANAGER, "The room would have no manager: name another, or ask an administrator.");
        }
    }

    private void answerRequests(Room room, PrincipalSet joined) {
        List<Object[]> rows = new ArrayList<>();
        joined.ids().forEach(person -> rows.add(new Object[] {room.id().value(), person}));
        new SqlTemplate(dataSource).batch("DELETE FROM join_request WHERE room_id = ? AND person_id = ?", rows);
    }
}
