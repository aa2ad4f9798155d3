package org.persistentchat.retention;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.hold.HoldGate;
import org.persistentchat.hold.HoldRegister;
import org.persistentchat.hold.LegalHold;
import org.persistentchat.id.OpaqueId;
import org.persistentchat.identity.Person;
import org.persistentchat.recording.OfficerActs;

/** What one compliance officer asked for becomes true when another confirms it. Either may refuse it. */
@ApplicationScoped
public class Confirmations {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    OfficerActs acts;

    private final Clock clock = Clock.systemUTC();

    /** Writes down what is asked for, unless the same is asked for already. The caller has closed the gate or is content with a second request. */
    static OfficerRequest ask(Connection connection, Person by, OfficerRequest.Wish wish, String reason, Instant now)
            throws SQLException {
        HoldGate.close(connection); // one at a time
        RequestTable table = new RequestTable(connection);
        if (table.isPending(wish)) {
            throw new ChatException(
                    ErrorCode.CONFIRMATION_PENDING,
                    "This is asked for already: it is to be confirmed or refused first.");
        }
        OfficerRequest request = new OfficerRequest(
                OpaqueId.random(),
                wish,
                reason,
                by.id(),
                now.truncatedTo(ChronoUnit.MILLIS),
                OfficerRequest.State.PENDING,
                null);
        table.insert(request);
        return request;
    }

    /** What is open, the oldest first; or all, the newest first. */
    public List<OfficerRequest> list(Person by, boolean decided, int limit) {
        acts.reads(by, "confirmations");
        try (Connection connection = dataSource.getConnection()) {
            return new RequestTable(connection).list(decided, limit);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /** Makes true what another officer asked for. */
    @Transactional
    public OfficerRequest confirm(Person by, long id) {
        return decide(by, id, OfficerRequest.State.CONFIRMED);
    }

    /** Ends a request; whoever asked may, too. */
    @Transactional
    public OfficerRequest refuse(Person by, long id) {
        return decide(by, id, OfficerRequest.State.REFUSED);
    }

    private OfficerRequest decide(Person by, long id, OfficerRequest.State state) {
        acts.check(by);
        try (Connection connection = dataSource.getConnection()) {
            RequestTable table = new RequestTable(connection);
            OfficerRequest request = table.find(id)
                    .orElseThrow(() -> new ChatException(
                            ErrorCode.CONFIRMATION_NOT_FOUND, "There is nothing to confirm of this id."));
            boolean confirmed = state == OfficerRequest.State.CONFIRMED;
            if (confirmed && request.askedBy().equals(by.id())) {
                throw new ChatException(
                        ErrorCode.SECOND_OFFICER_NEEDED, "Another compliance officer has to confirm this.");
            }
            HoldGate.close(connection);
            if (!table.decide(id, state, by.id(), now())) {
                throw new ChatException(ErrorCode.CONFIRMATION_DECIDED, "This is decided already.");
            }
            if (request.wish() instanceof OfficerRequest.Release release) {
                release(connection, by, release, confirmed);
            } else if (request.wish() instanceof OfficerRequest.Rule rule) {
                rule(connection, by, rule, confirmed);
            }
            return table.find(id).orElseThrow();
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    private void release(Connection connection, Person by, OfficerRequest.Release release, boolean confirmed)
            throws SQLException {
        LegalHold hold = LegalHolds.found(connection, release.hold());
        AuditState before = HoldStates.of(hold);
        if (!confirmed) {
            acts.does(by, new AuditAct("hold.release.refuse", HoldStates.subject(hold), before, before));
            return;
        }
        new HoldRegister(connection).release(hold.id(), by.id(), now());
        AuditState after = HoldStates.of(LegalHolds.found(connection, hold.id()));
        acts.does(by, new AuditAct("hold.release", HoldStates.subject(hold), before, after));
    }

    private void rule(Connection connection, Person by, OfficerRequest.Rule rule, boolean confirmed)
            throws SQLException {
        RuleTable table = new RuleTable(connection);
        AuditState before = HoldStates.of(table.rules().of(rule.scope()));
        AuditSubject subject = HoldStates.subject(rule.scope());
        if (!confirmed) {
            acts.does(by, new AuditAct("retention.refuse", subject, HoldStates.of(rule.days()), before));
            return;
        }
        table.put(new RetentionRule(rule.scope(), rule.days(), by.id(), now()));
        acts.does(by, new AuditAct("retention.change", subject, before, HoldStates.of(rule.days())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
