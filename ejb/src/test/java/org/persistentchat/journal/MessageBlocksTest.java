package org.persistentchat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.persistentchat.journal.JournalDatabase.entry;
import static org.persistentchat.journal.JournalDatabase.post;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.persistentchat.event.EventKind;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPositions;
import org.persistentchat.room.SampleRooms;

/** What is unread over many blocks is what a plain count of the messages gives, however they came and went. */
class MessageBlocksTest {
    private static final Person ANA = SamplePeople.ana();
    private static final Person BEN = SamplePeople.ben();
    private static final long OPS = 11;
    private static final long LOBBY = 12;
    private static final Room ROOM = SampleRooms.open(OPS);
    private static final int BLOCK = RoomPositions.BLOCK;

    private final JournalDatabase database = new JournalDatabase(OPS, LOBBY);
    private final JournalTransaction server = database.server(1);
    private final RoomPositions positions = new RoomPositions(database.content.dataSource());
    private final Random random = new Random(7);
    private int keys;

    private void commit(List<JournalEntry> entries) throws SQLException {
        server.commit(new JournalBatch(entries));
    }

    /** Says {@code count} messages in transactions of many sizes, some of them more than a block. */
    private void say(int count) throws SQLException {
        int open = count;
        while (open > 0) {
            List<JournalEntry> entries = new ArrayList<>();
            int together = Math.min(open, 1 + random.nextInt(random.nextInt(4) == 0 ? 700 : 60));
            for (int i = 0; i < together; i++) {
                entries.add(post(OPS, i % 3 == 0 ? ANA : BEN, "k" + keys++));
            }
            entries.add(post(LOBBY, BEN, "k" + keys++));
            commit(entries);
            open -= together;
        }
    }

    private void delete(long... sequences) throws SQLException {
        List<JournalEntry> entries = new ArrayList<>();
        for (long sequence : sequences) {
            entries.add(entry(new DeleteDraft(ROOM, ANA, "d" + keys++, sequence, true)));
        }
        commit(entries);
    }

    private void everyCountIsExact() {
        long last = database.head(OPS);
        for (long marker :
                new long[] {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2L * BLOCK, 2L * BLOCK + 17, last - 1, last}) {
            for (Person reader : List.of(ANA, BEN, SamplePeople.person(1003, "cai"))) {
                mark(reader, marker);
                for (long top : new long[] {last, last - 3, last - BLOCK, last - BLOCK - 100}) {
                    assertThat(positions.of(reader.id(), new RoomId(OPS), top).unread())
                            .as("of %s from %d to %d", reader.account(), marker, top)
                            .isEqualTo(counted(reader, marker, top));
                }
            }
        }
    }

    private void mark(Person reader, long marker) {
        database.content.execute(
                "MERGE INTO read_marker (person_id, room_id, sequence) KEY (person_id, room_id) VALUES ("
                        + reader.id().value() + ", " + OPS + ", " + marker + ")");
    }

    private long counted(Person reader, long marker, long top) {
        return database.content
                .numbers("SELECT COUNT(*) FROM room_event WHERE room_id = " + OPS + " AND sequence > " + marker
                        + " AND sequence <= " + top + " AND kind <= 15 AND deleted IS NULL AND unkept IS NULL"
                        + " AND author_id <> " + reader.id().value())
                .get(0);
    }

    @Test
    void whoIsManyBlocksBehindHasExactlyWhatIsUnread() throws SQLException {
        say(3 * BLOCK + 100);
        everyCountIsExact();
    }

    @Test
    void whatIsDeletedOfFullBlocksIsTakenOff() throws SQLException {
        say(3 * BLOCK + 10);
        delete(1, 2, 3, BLOCK, BLOCK + 1, 2L * BLOCK, 3L * BLOCK + 4);
        delete(1, 7);
        everyCountIsExact();
    }

    @Test
    void whatIsDeletedInTheTransactionThatFillsTheBlockIsNotCounted() throws SQLException {
        say(BLOCK - 3);
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(entry(new DeleteDraft(ROOM, ANA, "early", 5, true)));
        for (int i = 0; i < 2 * BLOCK; i++) {
            entries.add(post(OPS, BEN, "k" + keys++));
        }
        entries.add(entry(new DeleteDraft(ROOM, ANA, "late", 6, true)));
        commit(entries);
        delete(8);
        everyCountIsExact();
    }

    @Test
    void eventsThatAreNoMessagesAndPurgesAreNotCounted() throws SQLException {
        say(BLOCK + 50);
        commit(List.of(
                entry(new ReactDraft(ROOM, BEN, "r", 3, "\uD83D\uDC4D", true)),
                entry(new PurgeDraft(ROOM, ANA, "p1", 1, 40))));
        say(BLOCK);
        commit(List.of(entry(new PurgeDraft(ROOM, ANA, "p2", 41, BLOCK + 20))));
        assertThat(EventKind.PURGE.isMessage()).isFalse();
        everyCountIsExact();
    }

    @Test
    void aTransactionThatIsTakenBackCountsNothing() throws SQLException {
        say(BLOCK - 1);
        post(OPS, BEN, "again");
        commit(List.of(post(OPS, BEN, "again")));
        say(5);
        // a repeated key: the transaction is written once with it, taken back, and written again without it
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < BLOCK; i++) {
            entries.add(post(OPS, ANA, "k" + keys++));
        }
        entries.add(post(OPS, BEN, "again"));
        commit(entries);
        everyCountIsExact();
    }
}
