package org.persistentchat.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.journal.StayStatements.Place;
import org.persistentchat.journal.StayStatements.Stay;
import org.persistentchat.room.Room;
import org.persistentchat.room.SampleRooms;

/** Who is in which room of a server, counted as joins and parts are recorded, and ended once when the server is lost. */
class StayStatementsTest {
    private static final int SERVER = 3;
    private static final Room ROOM = SampleRooms.open(1);
    private static final Person ANA = SamplePeople.ana();
    private static final Stay ANAS = new Stay(new Place(ROOM.id(), ANA.id()), 1);

    private final DataSource content = new InMemoryContent().dataSource();

    /** What a connection does in a transaction. */
    @FunctionalInterface
    private interface Work<T> {
        T on(StayStatements stays) throws SQLException;
    }

    private <T> T on(int server, Work<T> work) throws SQLException {
        try (Connection connection = content.getConnection()) {
            return work.on(new StayStatements(connection, server));
        }
    }

    private void seen(RecordKind... kinds) throws SQLException {
        List<JournalEntry.Observed> observations = Stream.of(kinds)
                .map(kind -> new JournalEntry.Observed(
                        new Observation(kind, ROOM, ANA, Instant.EPOCH, null),
                        UUID.randomUUID(),
                        Answered.NOBODY_WAITS))
                .toList();
        on(SERVER, stays -> {
            stays.count(observations);
            return 0;
        });
    }

    private List<Stay> end(List<Stay> found) throws SQLException {
        return on(SERVER, stays -> stays.end(found));
    }

    private List<Stay> stays() throws SQLException {
        return on(SERVER, stays -> stays.some(10));
    }

    @Test
    void aPersonStaysUntilTheLastConnectionHasLeft() throws SQLException {
        seen(RecordKind.JOIN, RecordKind.HISTORY_VIEWED);
        assertThat(stays()).containsExactly(ANAS);
        seen(RecordKind.JOIN);
        assertThat(stays()).containsExactly(new Stay(ANAS.place(), 2));
        seen(RecordKind.PART);
        assertThat(stays()).containsExactly(ANAS);
        seen(RecordKind.PART);
        assertThat(stays()).isEmpty();
    }

    @Test
    void whoComesAndGoesInOneTransactionWasNotThere() throws SQLException {
        seen(RecordKind.JOIN, RecordKind.PART);
        assertThat(stays()).isEmpty();
        seen(RecordKind.JOIN, RecordKind.JOIN, RecordKind.PART);
        assertThat(stays()).containsExactly(ANAS);
    }

    @Test
    void aStayIsEndedOnceWhoeverTries() throws SQLException {
        seen(RecordKind.JOIN);
        List<Stay> found = stays();
        assertThat(end(found)).containsExactly(ANAS);
        assertThat(end(found)).isEmpty();
    }

    @Test
    void everyServerHasItsOwn() throws SQLException {
        seen(RecordKind.JOIN);
        List<Stay> others = on(SERVER + 1, stays -> stays.some(10));
        assertThat(others).isEmpty();
    }

    @Test
    void aPartOfAStayThatWasEndedElsewhereDoesNoHarm() throws SQLException {
        seen(RecordKind.PART);
        assertThat(stays()).isEmpty();
    }
}
