package org.persistentchat.journal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.OutboxRelay;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.EncodedBatch;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedRoom;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.journal.StayStatements.Stay;
import org.persistentchat.room.RoomDirectory;
import org.persistentchat.room.RoomId;

/**
 * Records that those who were in rooms of a lost server are not there any more: one part for each join, with the time at which it was found out.
 * A stay is ended in the transaction that records its part, so whoever does it, and however often it is tried, each part is written once.
 */
@ApplicationScoped
public class LostStays {
    private static final int TOGETHER = 500;
    private static final String REASON = "server lost";

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    Journal journal;

    @Inject
    OutboxRelay relay;

    @Inject
    RoomDirectory rooms;

    @Inject
    PersonDirectory people;

    private final Clock clock = Clock.systemUTC();

    /** Ends all stays of a server that is lost, or of this one from before its start. Blocks. Returns how many parts were recorded. */
    public int end(ServerIdentity lost) throws SQLException {
        int parts = 0;
        for (; ; ) {
            Ended ended = endSome(lost);
            parts += ended.parts();
            if (ended.outbox() != null) {
                relay.committed(ended.outbox());
            }
            if (!ended.more()) {
                return parts;
            }
        }
    }

    private record Ended(int parts, boolean more, @Nullable EncodedBatch outbox) {}

    private Ended endSome(ServerIdentity lost) throws SQLException {
        List<Stay> found;
        try (Connection connection = dataSource.getConnection()) {
            found = new StayStatements(connection, lost.id()).some(TOGETHER);
        }
        Map<PersonId, Person> known = people.byIds(persons(found)); // before the transaction: it may need a connection
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<Stay> ended = new StayStatements(connection, lost.id()).end(found);
                Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                List<ComplianceRecord> parts = parts(lost, ended, known, now);
                EncodedBatch outbox = null;
                if (journal.records(RecordKind.PART) && !parts.isEmpty()) {
                    outbox = journal.factory().encode(parts, now);
                    new JournalStatements(connection).insertOutbox(outbox, now);
                }
                connection.commit();
                return new Ended(parts.size(), found.size() == TOGETHER, outbox);
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static Set<PersonId> persons(List<Stay> stays) {
        Set<PersonId> persons = new HashSet<>();
        stays.forEach(stay -> persons.add(stay.place().person()));
        return persons;
    }

    private List<ComplianceRecord> parts(
            ServerIdentity lost, List<Stay> stays, Map<PersonId, Person> known, Instant now) {
        List<ComplianceRecord> parts = new ArrayList<>();
        for (Stay stay : stays) {
            Person person = known.get(stay.place().person());
            if (person != null) {
                RecordedRoom room = recorded(stay.place().room());
                for (int one = 0; one < Math.max(1, stay.stays()); one++) {
                    parts.add(journal.factory().part(person, room, lost.name(), REASON, now));
                }
            }
        }
        return Collections.unmodifiableList(parts);
    }

    private RecordedRoom recorded(RoomId id) {
        return rooms.find(id)
                .map(room ->
                        new RecordedRoom(id.text(), room.name(), room.category().name()))
                .orElseGet(() -> new RecordedRoom(id.text(), "", ""));
    }
}
