package org.persistentchat.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.persistentchat.database.IdLists;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.principal.PrincipalSet;
import org.persistentchat.principal.Subject;
import org.persistentchat.principal.Subjects;

/**
 * Tells people that they were made members of a room by somebody else, if the category and the room invite. Who becomes a member through a group is not told: groups
 * are changed elsewhere, by people who think of no room.
 */
@ApplicationScoped
public class Invitations {
    /** What is shown of one person's; more than anybody reads. */
    private static final int MOST_SHOWN = 500;

    private static final String SELECT =
            "SELECT person_id, room_id, invited_by, invited_at FROM room_invitation WHERE ";

    @Inject
    NamedPrincipals principals;

    @Inject
    RoomDirectory directory;

    @Inject
    Subjects subjects;

    @Inject
    PersonDirectory people;

    @Inject
    ActLog log;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    private final Clock clock = Clock.systemUTC();

    /** People who have just become members of a room. */
    record Guests(Room room, PrincipalSet principals) {}

    /** Stores invitations of those that are people other than {@code by}, in the transaction of the caller. */
    void invite(Person by, List<Guests> guests) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Object[]> old = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        List<Room> rooms = new ArrayList<>();
        for (Guests of : guests) {
            Room room = of.room();
            if (!room.invites()) {
                continue;
            }
            for (Person person : principals.people(of.principals())) {
                if (!person.id().equals(by.id())) {
                    old.add(new Object[] {person.id().value(), room.id().value()});
                    rows.add(new Object[] {
                        person.id().value(), room.id().value(), by.id().value(), now
                    });
                }
            }
            rooms.add(room);
        }
        if (!rows.isEmpty()) {
            SqlTemplate sql = new SqlTemplate(dataSource);
            sql.batch("DELETE FROM room_invitation WHERE person_id = ? AND room_id = ?", old);
            sql.batch(
                    "INSERT INTO room_invitation (person_id, room_id, invited_by, invited_at) VALUES (?, ?, ?, ?)",
                    rows);
            log.invited(rooms);
        }
    }

    /** Takes back invitations of those who are members no more, in the transaction of the caller. */
    void withdraw(RoomId room, Collection<PrincipalSet> removed) {
        List<Object[]> rows = new ArrayList<>();
        removed.forEach(some -> some.ids().forEach(principal -> rows.add(new Object[] {principal, room.value()})));
        new SqlTemplate(dataSource).batch("DELETE FROM room_invitation WHERE person_id = ? AND room_id = ?", rows);
    }

    /** What the person was invited to and may enter, newest first. */
    public List<Invitation> of(Person person) {
        Subject who = subjects.of(person);
        return new SqlTemplate(dataSource)
                .query(SELECT + "person_id = ?", Invitations::read, person.id().value()).stream()
                        .filter(invitation -> room(who, invitation).isPresent())
                        .sorted(Comparator.comparing(Invitation::at).reversed())
                        .limit(MOST_SHOWN)
                        .toList();
    }

    /** The room of an invitation, if the person may enter it now. */
    public Optional<Room> room(Subject who, Invitation invitation) {
        return directory.find(invitation.room()).filter(room -> RoomRights.mayRead(who, room));
    }

    /** As the person reads them; without those to rooms that they may not enter now. People are read together. */
    public List<InvitationView> views(Person person, List<Invitation> some) {
        Subject who = subjects.of(person);
        Map<PersonId, Person> inviting =
                people.byIds(some.stream().map(Invitation::by).distinct().toList());
        List<InvitationView> views = new ArrayList<>();
        for (Invitation invitation : some) {
            Person by = inviting.get(invitation.by());
            if (by != null) {
                room(who, invitation).ifPresent(room -> views.add(new InvitationView(room, by, invitation.at())));
            }
        }
        return views;
    }

    /** All that are waiting in these rooms, for whomever. */
    public List<Invitation> in(Collection<RoomId> rooms) {
        List<Invitation> found = new ArrayList<>();
        SqlTemplate sql = new SqlTemplate(dataSource);
        for (IdLists.Some some : IdLists.of(rooms.stream().map(RoomId::value).toList())) {
            String query = SELECT + "room_id IN " + some.places();
            found.addAll(sql.query(query, Invitations::read, some.values().toArray()));
        }
        return found;
    }

    /** The person has taken note of it. */
    public void dismiss(Person person, RoomId room) {
        new SqlTemplate(dataSource)
                .update(
                        "DELETE FROM room_invitation WHERE person_id = ? AND room_id = ?",
                        person.id().value(),
                        room.value());
    }

    /** The person has taken note of all. */
    public void dismissAll(Person person) {
        new SqlTemplate(dataSource)
                .update(
                        "DELETE FROM room_invitation WHERE person_id = ?",
                        person.id().value());
    }

    private static Invitation read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Invitation(
                new PersonId(row.getLong(1)),
                new RoomId(row.getLong(2)),
                new PersonId(row.getLong(3)),
                org.persistentchat.database.UtcTimestamp.read(row, 4));
    }
}
