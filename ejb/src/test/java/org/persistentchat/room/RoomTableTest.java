package org.persistentchat.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.identity.PersonId;
import org.persistentchat.principal.PrincipalSet;

/** Rooms and their lists as they are written, read back by what fills the memory of every server. */
class RoomTableTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123Z");
    private static final PersonId ANA = new PersonId(101);

    private final InMemoryContent content = new InMemoryContent();
    private final RoomTable rooms = new RoomTable(content.dataSource());
    private final AccessTable access = AccessTable.ofRooms(content.dataSource());
    private final Category company = SampleRooms.company();

    @BeforeEach
    void aCategoryAndAnAddInExist() {
        new CategoryTable(content.dataSource()).insert(company, ANA, NOW);
        new AddInTable(content.dataSource()).insert(new AddIn(new AddInId(61), "Board", "https://board.example", 0));
        new AddInTable(content.dataSource()).insert(new AddIn(new AddInId(60), "Plan", "https://plan.example", 0));
    }

    private Room room(long id, String name) {
        return new Room(
                new RoomId(id),
                name,
                "What is going on",
                company,
                Privacy.SECRET,
                RoomType.AUDITORIUM,
                false,
                PrincipalSet.EMPTY,
                PrincipalSet.EMPTY,
                PrincipalSet.EMPTY,
                0,
                RoomDetails.created(InvitationPolicy.OFF, List.of(new AddInId(61), new AddInId(60)), ANA, NOW));
    }

    private Room read(long id) throws SQLException {
        RoomStore store = new RoomStore();
        store.dataSource = content.dataSource();
        return store.rooms(List.of(id), any -> company).get(0);
    }

    @Test
    void aRoomIsReadAsItWasWritten() throws SQLException {
        Room room = room(5, "Operations");
        rooms.insert(List.of(room, room(6, "Board")));

        assertThat(read(5)).isEqualTo(room);
        assertThat(content.numbers("SELECT last_sequence FROM room_head ORDER BY room_id"))
                .containsExactly(0L, 0L);
    }

    @Test
    void aChangeOfAnotherVersionIsNotWritten() throws SQLException {
        rooms.insert(List.of(room(5, "Operations")));
        RoomChange rename = new RoomChange("Ops", null, Privacy.OPEN, null, null, null, List.of(new AddInId(60)));

        assertThat(rooms.update(rename.of(read(5), ANA, NOW.plusSeconds(5)))).isTrue();
        assertThat(rooms.update(rename.of(room(5, "Operations"), ANA, NOW))).isFalse();

        Room now = read(5);
        assertThat(now.name()).isEqualTo("Ops");
        assertThat(now.privacy()).isEqualTo(Privacy.OPEN);
        assertThat(now.type()).isEqualTo(RoomType.AUDITORIUM);
        assertThat(now.version()).isEqualTo(1);
        assertThat(now.details().addIns()).containsExactly(new AddInId(60));
        assertThat(now.details().changedAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(now.details().createdAt()).isEqualTo(NOW);
    }

    @Test
    void twoNamesThatLookAlikeAreOne() {
        rooms.insert(List.of(room(5, "Operations")));

        assertThatThrownBy(() -> rooms.insert(List.of(room(6, "OPERATIONS"))))
                .isInstanceOf(SqlTemplate.ViolatedConstraintException.class);
    }

    @Test
    void onlyWhatIsNotThereIsAddedAndOnlyWhatIsThereIsRemoved() throws SQLException {
        rooms.insert(List.of(room(5, "Operations")));
        access.add(List.of(new AccessTable.Entries(5, Relation.MEMBER, PrincipalSet.ofIds(101, 102))));
        AccessLists lists = new AccessLists(access, new NamedPrincipals());

        AccessChanged changed = lists.compare(
                5,
                Map.of(Relation.MEMBER, PrincipalSet.ofIds(102, 103), Relation.MANAGER, PrincipalSet.ofIds(101)),
                Map.of(Relation.MEMBER, PrincipalSet.ofIds(101, 199)));
        lists.write(5, changed);

        assertThat(changed.added(Relation.MEMBER)).isEqualTo(PrincipalSet.ofIds(103));
        assertThat(changed.removed(Relation.MEMBER)).isEqualTo(PrincipalSet.ofIds(101));
        assertThat(read(5).members()).isEqualTo(PrincipalSet.ofIds(102, 103));
        assertThat(read(5).managers()).isEqualTo(PrincipalSet.ofIds(101));
        assertThat(access.count(5, Relation.MEMBER)).isEqualTo(2);
    }

    @Test
    void thousandsOfEntriesAreComparedInFewQueries() {
        rooms.insert(List.of(room(5, "Operations")));
        long[] ids = java.util.stream.LongStream.rangeClosed(1_001, 6_000).toArray();
        access.add(List.of(new AccessTable.Entries(5, Relation.MEMBER, PrincipalSet.ofIds(ids))));

        assertThat(access.present(5, Relation.MEMBER, PrincipalSet.ofIds(ids)).size())
                .isEqualTo(5_000);
    }

    @Test
    void aCategoryWithRoomsIsNotDeletedWhateverIsAsked() {
        CategoryTable categories = new CategoryTable(content.dataSource());
        rooms.insert(List.of(room(5, "Operations")));

        assertThat(categories.hasRooms(company.id())).isTrue();
        assertThatThrownBy(() -> categories.delete(company.id(), 0))
                .isInstanceOf(SqlTemplate.ViolatedConstraintException.class);
    }

    @Test
    void anAddInThatARoomShowsIsNotDeleted() {
        rooms.insert(List.of(room(5, "Operations")));
        AddIn shown = new AddIn(new AddInId(61), "Board", "https://board.example", 0);

        assertThatThrownBy(() -> new AddInTable(content.dataSource()).delete(shown))
                .isInstanceOf(SqlTemplate.ViolatedConstraintException.class);
    }
}
