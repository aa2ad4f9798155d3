package org.persistentchat.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.identity.PersonId;

/** What is unread: messages of others after the marker that are not deleted, as of a sequence. */
class RoomPositionsTest {
    private static final PersonId ANA = new PersonId(1);
    private static final PersonId BEN = new PersonId(2);
    private static final RoomId OPS = new RoomId(11);
    private static final RoomId LOBBY = new RoomId(12);
    private static final int MESSAGE = 1;
    private static final int EDIT = 16;

    private final InMemoryContent content = new InMemoryContent();
    private final WrittenRooms rooms = new WrittenRooms(content, 11, 12);
    private final RoomPositions positions = new RoomPositions(content.dataSource());

    private RoomPosition of(PersonId person) {
        return positions.of(person, List.of(OPS)).getOrDefault(OPS, RoomPosition.EMPTY);
    }

    @Test
    void messagesOfOthersAreUnreadOwnOnesAreNot() {
        rooms.say(11, MESSAGE, ANA);
        rooms.say(11, MESSAGE, BEN);
        rooms.say(11, MESSAGE, BEN);
        assertThat(of(ANA)).isEqualTo(new RoomPosition(3, 0, 2, 0));
        assertThat(of(BEN)).isEqualTo(new RoomPosition(3, 0, 1, 0));
    }

    @Test
    void whatIsDeletedOrNotAMessageOrNotKeptIsNotUnread() {
        rooms.say(11, MESSAGE, BEN);
        rooms.say(11, EDIT, BEN);
        rooms.say(11, MESSAGE, BEN);
        rooms.say(11, MESSAGE, BEN);
        content.execute("UPDATE room_event SET deleted = 1 WHERE sequence = 1");
        content.execute("UPDATE room_event SET unkept = 1 WHERE sequence = 4");
        assertThat(of(ANA)).isEqualTo(new RoomPosition(4, 0, 1, 0));
    }

    @Test
    void theMarkerDividesWhatIsReadFromWhatIsNot() {
        for (int i = 0; i < 4; i++) {
            rooms.say(11, MESSAGE, BEN);
        }
        rooms.mention(11, 2, ANA);
        rooms.mention(11, 4, ANA);
        rooms.mark(11, 2, ANA);
        assertThat(of(ANA)).isEqualTo(new RoomPosition(4, 2, 2, 1));
        rooms.mark(11, 4, ANA);
        assertThat(of(ANA)).isEqualTo(new RoomPosition(4, 4, 0, 0));
    }

    @Test
    void aPositionIsGivenAsOfASequence() {
        for (int i = 0; i < 4; i++) {
            rooms.say(11, MESSAGE, BEN);
        }
        rooms.mention(11, 4, ANA);
        assertThat(positions.of(ANA, OPS, 3)).isEqualTo(new RoomPosition(3, 0, 3, 0));
        assertThat(positions.of(ANA, OPS, 9)).isEqualTo(new RoomPosition(4, 0, 4, 1));
    }

    @Test
    void manyRoomsAreOneQuestionAndOnesWithoutAHeadAreAbsent() {
        rooms.say(12, MESSAGE, BEN);
        assertThat(positions.of(ANA, List.of(OPS, LOBBY, new RoomId(99))))
                .isEqualTo(Map.of(OPS, RoomPosition.EMPTY, LOBBY, new RoomPosition(1, 0, 1, 0)));
        assertThat(positions.of(ANA, List.of())).isEmpty();
    }

    @Test
    void roomsWithMoreEventsThanSoManyAreFound() {
        rooms.say(11, MESSAGE, BEN);
        rooms.say(11, EDIT, BEN);
        rooms.say(12, MESSAGE, BEN);
        assertThat(positions.withMoreEvents(0)).containsExactlyInAnyOrder(OPS, LOBBY);
        assertThat(positions.withMoreEvents(1)).containsExactly(OPS);
        assertThat(positions.withMoreEvents(2)).isEmpty();
    }

    @Test
    void fullBlocksAreCountedByTheirRows() {
        content.execute("INSERT INTO room_event (room_id, sequence, kind, author_id, committed_at, client_key, body)"
                + " SELECT 11, x, 1, 2, CURRENT_TIMESTAMP, CAST(x AS BINARY(16)), 'b' FROM SYSTEM_RANGE(1, 2500)");
        content.execute("UPDATE room_head SET last_sequence = 2500 WHERE room_id = 11");
        rooms.countBlocks(11);
        assertThat(of(ANA)).isEqualTo(new RoomPosition(2_500, 0, 2_500, 0));
        assertThat(of(BEN)).isEqualTo(new RoomPosition(2_500, 0, 0, 0));
        rooms.mark(11, 500, ANA);
        assertThat(of(ANA).unread()).isEqualTo(2_000);
        content.execute("UPDATE message_block SET messages = messages - 12 WHERE block = 1 AND author_id = 0");
        assertThat(of(ANA).unread()).isEqualTo(1_988);
        rooms.mark(11, 513, ANA); // block 1 is not unread as a whole any more
        assertThat(of(ANA).unread()).isEqualTo(1_987);
    }
}
