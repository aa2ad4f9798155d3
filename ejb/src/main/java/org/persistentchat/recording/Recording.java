package org.persistentchat.recording;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.change.ChangeLog;
import org.persistentchat.compliance.Compliance;
import org.persistentchat.compliance.DeadLetters;
import org.persistentchat.compliance.OutboxRelay;
import org.persistentchat.compliance.RelayLag;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedRoom;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.room.ActRecords;
import org.persistentchat.room.Category;
import org.persistentchat.room.CategoryId;
import org.persistentchat.room.RoomDirectory;

/** What compliance officers do with the scope. */
@ApplicationScoped
public class Recording {
    private static final RecordedRoom NOWHERE = new RecordedRoom("", "", "");

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    RoomDirectory rooms;

    @Inject
    Compliance compliance;

    @Inject
    OutboxRelay relay;

    @Inject
    DeadLetters letters;

    @Inject
    OfficerActs acts;

    @Inject
    AuditLog audit;

    @Inject
    ActRecords records;

    @Inject
    ChangeLog changes;

    private final Clock clock = Clock.systemUTC();

    /** What is recorded, and how far it is on its way; the look at it is recorded too. */
    public RecordingReport read(Person by) {
        acts.reads(by, "recording");
        RelayLag lag = relay.lag();
        try (Connection connection = dataSource.getConnection()) {
            return new RecordingReport(
                    ScopeTable.read(connection),
                    compliance.enabled(),
                    lag.batches(),
                    lag.oldestSeconds(),
                    lag.brokerAway(),
                    relay.isFull(),
                    letters.count());
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /**
     * Switches the recording of everything.
     *
     * @param expected version that the officer has seen, -1 for any
     */
    @Transactional
    public Scope everything(Person by, int expected, boolean recorded) {
        OfficerRights.check(by);
        try (Connection connection = dataSource.getConnection()) {
            Scope before = begin(connection, expected);
            new ScopeTable(connection).everything(recorded, by, now());
            AuditState was = state("scope", "everything", before.everything());
            AuditState is = state("scope", "everything", recorded);
            write(by, AuditSubject.named("recording", "everything"), NOWHERE, was, is);
            return ScopeTable.read(connection);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /** As {@link #everything}, for one category. */
    @Transactional
    public Scope category(Person by, int expected, CategoryId id, boolean recorded) {
        OfficerRights.check(by);
        Category category = rooms.find(id)
                .orElseThrow(() -> new ChatException(ErrorCode.CATEGORY_NOT_FOUND, "There is no such category."));
        try (Connection connection = dataSource.getConnection()) {
            Scope before = begin(connection, expected);
            new ScopeTable(connection).category(id, recorded, by, now());
            AuditState was =
                    state("category", category.name(), !before.excluded().contains(id));
            AuditState is = state("category", category.name(), recorded);
            AuditSubject subject = AuditSubject.of("category", id.value(), category.name());
            write(by, subject, new RecordedRoom(id.text(), "", category.name()), was, is);
            return ScopeTable.read(connection);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /** Notes what the installation of a server says, if that is new. */
    @Transactional
    public void installed(int server, String name, boolean recorded) {
        try (Connection connection = dataSource.getConnection()) {
            if (new ScopeTable(connection).installed(server, recorded, now())) {
                AuditState is = state("server", name, recorded);
                write(Person.product(), AuditSubject.named("server", name), NOWHERE, AuditState.NONE, is);
            }
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    private static Scope begin(Connection connection, int expected) throws SQLException {
        if (!new ScopeTable(connection).begin(expected)) {
            throw new ChatException(
                    ErrorCode.PRECONDITION_FAILED, "It was changed in the meantime: read it again, then change it.");
        }
        return ScopeTable.read(connection);
    }

    private void write(Person by, AuditSubject subject, RecordedRoom where, AuditState was, AuditState is) {
        audit.record(by, new AuditAct("recording.change", subject, was, is));
        String content = "{\"before\":" + was.whole() + ",\"after\":" + is.whole() + "}";
        records.record(by, RecordKind.RECORDING_CHANGED, where, content);
        changes.record(ChangeKind.CONFIGURATION, 0);
    }

    private static AuditState state(String what, String name, boolean recorded) {
        return AuditState.of(what, name).and("recorded", recorded);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
