package org.persistentchat.retention;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditState;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.expiry.ArchiveExpiry;
import org.persistentchat.hold.HoldGate;
import org.persistentchat.identity.Person;
import org.persistentchat.recording.OfficerActs;
import org.persistentchat.room.CategoryId;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomDirectory;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomRights;

/** What compliance officers do with rules of retention. What keeps things longer counts at once, what removes more needs another officer. */
@ApplicationScoped
public class Retention {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    OfficerActs acts;

    @Inject
    RoomDirectory rooms;

    @Inject
    AuditLog audit;

    @Inject
    Instance<ArchiveExpiry> archive;

    private final Clock clock = Clock.systemUTC();

    /** Refuses who is no compliance officer. */
    public void check(Person by) {
        acts.check(by);
    }

    public RetentionReport read(Person by) {
        acts.reads(by, "retention");
        try (Connection connection = dataSource.getConnection()) {
            return new RetentionReport(new RuleTable(connection).list(), RunTable.states(connection));
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /** What would be removed now, if {@code days} counted for {@code scope}; without them by the rules there are. */
    public RetentionPreview preview(Person by, RetentionScope scope, Optional<Days> days) {
        acts.reads(by, "retention-preview");
        checkThere(scope);
        try {
            RetentionRules rules;
            try (Connection connection = dataSource.getConnection()) {
                rules = new RuleTable(connection).rules();
            }
            RetentionRules then = days.isPresent() ? rules.with(scope, days.get()) : rules;
            Optional<ArchiveExpiry> there = archive.isResolvable() ? Optional.of(archive.get()) : Optional.empty();
            return new Previews(dataSource, rooms, then, clock.instant()).of(scope, there);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /** Changes a rule, or asks for it: then the request to be confirmed is returned. */
    @Transactional
    public Optional<OfficerRequest> change(Person by, RetentionScope scope, Days days, String reason) {
        acts.check(by);
        Optional<Room> room = checkThere(scope);
        try (Connection connection = dataSource.getConnection()) {
            HoldGate.close(connection);
            RuleTable table = new RuleTable(connection);
            RetentionRules rules = table.rules();
            AuditState before = HoldStates.of(rules.of(scope));
            AuditState after = HoldStates.of(days).and("reason", reason);
            long category = room.map(one -> one.category().id().value()).orElse(RetentionRules.NO_CATEGORY);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            if (rules.isShortenedBy(scope, category, days)) {
                OfficerRequest request =
                        Confirmations.ask(connection, by, new OfficerRequest.Rule(scope, days), reason, now);
                acts.does(by, new AuditAct("retention.ask", HoldStates.subject(scope), before, after));
                return Optional.of(request);
            }
            table.put(new RetentionRule(scope, days, by.id(), now));
            acts.does(by, new AuditAct("retention.change", HoldStates.subject(scope), before, after));
            return Optional.empty();
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /** The room of a scope if it has one. What is gone has records in the archive, and rules for them: only what never was is refused. */
    private Optional<Room> checkThere(RetentionScope scope) {
        if (scope.kind() == RetentionScope.Kind.CATEGORY
                && rooms.find(new CategoryId(scope.id())).isEmpty()
                && audit.lastName("category", scope.id()).isEmpty()) {
            throw new ChatException(ErrorCode.CATEGORY_NOT_FOUND, "There is no such category.");
        }
        if (scope.kind() != RetentionScope.Kind.ROOM) {
            return Optional.empty();
        }
        Optional<Room> room = rooms.find(new RoomId(scope.id()));
        if (room.isEmpty() && audit.lastName("room", scope.id()).isEmpty()) {
            throw RoomRights.notFound();
        }
        return room;
    }
}
