package org.persistentchat.retention;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.hold.HoldCriteria;
import org.persistentchat.hold.HoldRegister;
import org.persistentchat.hold.LegalHold;
import org.persistentchat.id.OpaqueId;
import org.persistentchat.identity.Person;
import org.persistentchat.recording.OfficerActs;

/** What compliance officers do with legal holds. One sets a hold, two end it. */
@ApplicationScoped
public class LegalHolds {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    OfficerActs acts;

    private final Clock clock = Clock.systemUTC();

    /** Refuses who is no compliance officer. */
    public void check(Person by) {
        acts.check(by);
    }

    /** Sets a hold. When this is committed nothing that it covers is removed any more, whatever is under way. */
    @Transactional
    public LegalHold set(Person by, LegalHold.Purpose purpose, HoldCriteria criteria) {
        acts.check(by);
        LegalHold hold = LegalHold.set(
                OpaqueId.random(), purpose, criteria, by.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try (Connection connection = dataSource.getConnection()) {
            new HoldRegister(connection).set(hold);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
        acts.does(by, AuditAct.created("hold.set", HoldStates.subject(hold), HoldStates.of(hold)));
        return hold;
    }

    /** Those in force, or all that ever were, the newest first. */
    public List<LegalHold> list(Person by, boolean released, int limit) {
        acts.reads(by, "holds");
        try (Connection connection = dataSource.getConnection()) {
            return new HoldRegister(connection).list(released, limit);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    public LegalHold find(Person by, long id) {
        acts.reads(by, "hold");
        try (Connection connection = dataSource.getConnection()) {
            return found(connection, id);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /** Asks that a hold ends, which another officer has to confirm. */
    @Transactional
    public OfficerRequest askRelease(Person by, long id, String reason) {
        acts.check(by);
        try (Connection connection = dataSource.getConnection()) {
            LegalHold hold = found(connection, id);
            if (!hold.isInForce()) {
                throw new ChatException(ErrorCode.HOLD_RELEASED, "The hold is released already.");
            }
            OfficerRequest request =
                    Confirmations.ask(connection, by, new OfficerRequest.Release(id), reason, clock.instant());
            acts.does(
                    by,
                    AuditAct.created(
                            "hold.release.ask",
                            HoldStates.subject(hold),
                            HoldStates.of(hold).and("asked", reason)));
            return request;
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    static LegalHold found(Connection connection, long id) throws SQLException {
        return new HoldRegister(connection)
                .find(id)
                .orElseThrow(() -> new ChatException(ErrorCode.HOLD_NOT_FOUND, "There is no such hold."));
    }
}
