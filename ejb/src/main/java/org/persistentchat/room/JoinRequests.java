package org.persistentchat.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.principal.Subject;
import org.persistentchat.principal.Subjects;

/** Requests to join closed rooms: made by people in scope, answered by managers. */
@ApplicationScoped
public class JoinRequests {
    private static final String SELECT = "SELECT room_id, person_id, requested_at FROM join_request WHERE ";
    private static final String DELETE = "DELETE FROM join_request WHERE room_id = ? AND person_id = ?";

    @Inject
    RoomDirectory directory;

    @Inject
    RoomMembership membership;

    @Inject
    PersonDirectory people;

    @Inject
    Subjects subjects;

    @Inject
    AuditLog audit;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    private final Clock clock = Clock.systemUTC();

    /** Asks to be made a member; asking again changes nothing. Refuses with {@link ErrorCode#ALREADY_A_MEMBER} who may enter. */
    @Transactional
    public JoinRequest ask(Person by, RoomId id) {
        Subject who = subjects.of(by);
        Room room = directory
                .find(id)
                .filter(found -> RoomRights.mayFind(who, found))
                .orElseThrow(RoomRights::notFound);
        if (RoomRights.mayRead(who, room)) {
            throw new ChatException(ErrorCode.ALREADY_A_MEMBER, "You may enter the room without asking.");
        }
        if (!new RoomTable(dataSource).lock(id)) {
            throw RoomRights.notFound();
        }
        List<JoinRequest> known = sql().query(
                        SELECT + "room_id = ? AND person_id = ?",
                        JoinRequests::read,
                        id.value(),
                        by.id().value());
        if (!known.isEmpty()) {
            return known.get(0);
        }
        JoinRequest request = new JoinRequest(id, by.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        sql().update(
                        "INSERT INTO join_request (room_id, person_id, requested_at) VALUES (?, ?, ?)",
                        id.value(),
                        by.id().value(),
                        request.at());
        write(by, "room.request", room, by);
        return request;
    }

    /** Takes one's own request back. */
    public void withdraw(Person by, RoomId id) {
        sql().update(DELETE, id.value(), by.id().value());
    }

    /** What is waiting for an answer in a room, oldest first, without that of people who do not find the room any more. Managers and administrators only. */
    public List<JoinRequest> in(Person by, RoomId id) {
        Room room = directory.manageable(subjects.of(by), id);
        List<JoinRequest> all = oldestFirst(sql().query(
                        SELECT + "room_id = ?", JoinRequests::read, room.id().value()));
        Map<PersonId, Person> asking = people(all);
        return all.stream()
                .filter(request -> isInScope(asking.get(request.person()), room))
                .toList();
    }

    private boolean isInScope(@Nullable Person person, Room room) {
        return person != null && RoomRights.inScope(subjects.of(person), room.category());
    }

    /** What the person has asked for, oldest first; rooms that they do not find any more are left out. */
    public List<JoinRequest> of(Person person) {
        Subject who = subjects.of(person);
        return oldestFirst(sql().query(
                                SELECT + "person_id = ?",
                                JoinRequests::read,
                                person.id().value()))
                .stream()
                .filter(request -> directory
                        .find(request.room())
                        .filter(room -> RoomRights.mayFind(who, room))
                        .isPresent())
                .toList();
    }

    private static List<JoinRequest> oldestFirst(List<JoinRequest> requests) {
        return requests.stream().sorted(Comparator.comparing(JoinRequest::at)).toList();
    }

    /** Makes the person a member. Managers and administrators only. */
    @Transactional
    public void approve(Person by, RoomId id, String account) {
        Subject who = subjects.of(by);
        Room room = directory.manageable(who, id);
        Person person = answered(room, account);
        membership.admit(who, room, person);
        write(by, "room.request.approve", room, person);
    }

    /** Refuses the request. Managers and administrators only. */
    @Transactional
    public void deny(Person by, RoomId id, String account) {
        Room room = directory.manageable(subjects.of(by), id);
        write(by, "room.request.deny", room, answered(room, account));
    }

    /** Takes the request away, or refuses with {@link ErrorCode#JOIN_REQUEST_NOT_FOUND}: of two who answer, one does. */
    private Person answered(Room room, String account) {
        Person person = people.byAccount(account)
                .filter(asking -> isInScope(asking, room))
                .orElseThrow(JoinRequests::notFound);
        // first the room, as all who change its lists do
        if (!new RoomTable(dataSource).lock(room.id())
                || sql().update(DELETE, room.id().value(), person.id().value()) == 0) {
            throw notFound();
        }
        return person;
    }

    private void write(Person by, String action, Room room, Person person) {
        AuditSubject subject = AuditSubject.of("room", room.id().value(), room.name());
        audit.record(by, new AuditAct(action, subject, AuditState.NONE, AuditState.of("person", person.account())));
    }

    /** People by id, for those who asked. */
    public Map<PersonId, Person> people(List<JoinRequest> requests) {
        return people.byIds(requests.stream().map(JoinRequest::person).toList());
    }

    private SqlTemplate sql() {
        return new SqlTemplate(dataSource);
    }

    private static JoinRequest read(ResultSet row) throws SQLException {
        return new JoinRequest(new RoomId(row.getLong(1)), new PersonId(row.getLong(2)), UtcTimestamp.read(row, 3));
    }

    private static ChatException notFound() {
        return new ChatException(
                ErrorCode.JOIN_REQUEST_NOT_FOUND, "This person has not asked to join, or has an answer.");
    }
}
