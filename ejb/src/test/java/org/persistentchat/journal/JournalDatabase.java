package org.persistentchat.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.persistentchat.compliance.record.BatchCodec;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordIds;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.UndecodableBatchException;
import org.persistentchat.database.BreakableDataSource;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventRange;
import org.persistentchat.event.RoomEvent;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.SampleRooms;

/** A content database for the journal, what servers write to it, and what is in it. */
final class JournalDatabase {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    final InMemoryContent content = new InMemoryContent();
    final BreakableDataSource breakable = new BreakableDataSource(content.dataSource());
    private final RecordIds ids = new RecordIds();

    JournalDatabase(long... rooms) {
        for (long room : rooms) {
            content.room(room);
        }
    }

    /** A server of its own on this database. */
    JournalTransaction server(int id) {
        return server(id, content.dataSource(), true);
    }

    /** A server whose connections break when told. */
    JournalTransaction breakableServer() {
        return breakableServer(new PlayedRights());
    }

    JournalTransaction breakableServer(AuthorRights rights) {
        return server(1, breakable.dataSource(), true, rights);
    }

    JournalTransaction server(int id, DataSource dataSource, boolean compliance) {
        return server(id, dataSource, compliance, new PlayedRights());
    }

    /** A server whose memory of rights is as the test plays it. */
    JournalTransaction server(AuthorRights rights) {
        return server(1, content.dataSource(), true, rights);
    }

    /** A server that records what happens in some rooms only. */
    JournalTransaction recording(Predicate<Room> recorded) {
        RecordFactory records = new RecordFactory(new ServerIdentity(1, "chat-1"), new RecordIds());
        return new JournalTransaction(content.dataSource(), records, recorded, new PlayedRights(), Clock.systemUTC());
    }

    private static JournalTransaction server(int id, DataSource dataSource, boolean compliance, AuthorRights rights) {
        RecordFactory records = new RecordFactory(new ServerIdentity(id, "chat-" + id), new RecordIds());
        return new JournalTransaction(dataSource, records, room -> compliance, rights, Clock.systemUTC());
    }

    static JournalEntry.Post post(long room, Person author, String key) {
        return post(room, author, key, new Outcomes<>());
    }

    static JournalEntry.Post post(long room, Person author, String key, Completion<Posted> completion) {
        PostDraft draft = new PostDraft(SampleRooms.open(room), author, key, "body of " + key);
        return new JournalEntry.Post(draft, keyOf(room, author, key), completion);
    }

    static JournalEntry.Post entry(Draft draft) {
        PostKey key = keyOf(draft.room().id().value(), draft.author(), draft.key());
        return new JournalEntry.Post(draft, key, new Outcomes<>());
    }

    /** Puts people into the database, so that their accounts are found there. */
    void people(Person... people) {
        for (Person person : people) {
            content.execute("INSERT INTO person (person_id, account, account_folded, display_name, internal, active,"
                    + " created_at) VALUES (" + person.id().value() + ", '" + person.account() + "', '"
                    + person.account() + "', '" + person.name() + "', 1, 1, '2026-11-24 12:00:00')");
        }
    }

    /** The events of a room as they are read from the database. */
    List<RoomEvent> read(long room, Person... people) {
        Map<PersonId, Person> known = Stream.of(people).collect(Collectors.toMap(Person::id, Function.identity()));
        try (Connection connection = content.dataSource().getConnection()) {
            return EventRange.read(connection, new RoomId(room), 1, head(room)).events(ids -> known).stream()
                    .map(CommittedEvent::event)
                    .toList();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    static PostKey keyOf(long room, Person author, String key) {
        return PostKey.of(new RoomId(room), author.id(), key);
    }

    JournalEntry.Observed joined(long room, Person person, Completion<Observation> completion) {
        return observed(RecordKind.JOIN, room, person, completion);
    }

    JournalEntry.Observed parted(long room, Person person) {
        return observed(RecordKind.PART, room, person, Answered.NOBODY_WAITS);
    }

    private JournalEntry.Observed observed(
            RecordKind kind, long room, Person person, Completion<Observation> completion) {
        Observation seen = new Observation(kind, SampleRooms.open(room), person, NOON, null);
        return new JournalEntry.Observed(seen, ids.next(), completion);
    }

    /** In how many rooms people are by connections of servers, as recorded. */
    long stays() {
        return content.numbers("SELECT COUNT(*) FROM room_stay").get(0);
    }

    static JournalBatch batch(JournalEntry... entries) {
        return new JournalBatch(List.of(entries));
    }

    List<Long> sequences(long room) {
        return content.numbers("SELECT sequence FROM room_event WHERE room_id = ? ORDER BY sequence", room);
    }

    long head(long room) {
        return content.numbers("SELECT last_sequence FROM room_head WHERE room_id = ?", room)
                .get(0);
    }

    /** How many events of a room were not recorded for compliance. */
    long unrecorded(long room) {
        return content.numbers("SELECT unrecorded FROM room_head WHERE room_id = ?", room)
                .get(0);
    }

    long outboxRows() {
        return content.numbers("SELECT COUNT(*) FROM compliance_outbox").get(0);
    }

    /** The records of all outbox rows, in the order of the rows. */
    List<ComplianceRecord> records() {
        List<ComplianceRecord> records = new ArrayList<>();
        try (Connection connection = content.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT payload, records FROM compliance_outbox ORDER BY server_id, batch_id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                List<ComplianceRecord> some = BatchCodec.decode(row.getBytes(1)).records();
                if (some.size() != row.getInt(2)) {
                    throw new AssertionError("the row counts " + row.getInt(2) + " records, it holds " + some.size());
                }
                records.addAll(some);
            }
        } catch (SQLException | UndecodableBatchException failure) {
            throw new AssertionError(failure);
        }
        return records;
    }

    Stream<ComplianceRecord> records(RecordKind kind) {
        return records().stream().filter(record -> record.kind().equals(kind));
    }
}
