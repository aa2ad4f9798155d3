package org.persistentchat.idempotence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/**
 * Does a creation once. The key is taken first, in the creation's own transaction: who asks again meanwhile, on whichever server, waits at the key, and then
 * finds the answer. A creation that fails takes its key back. Answers are kept for {@value #KEPT_HOURS} hours.
 */
@ApplicationScoped
public class IdempotentCreation {
    private static final int KEPT_HOURS = 24;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Resource
    UserTransaction transaction;

    private final Clock clock = Clock.systemUTC();

    /** What is done once. Its transaction has begun and is not its to end. */
    @FunctionalInterface
    public interface Creation {
        Answer create() throws Exception;
    }

    /** The answer to the request: the stored one if it was answered before, otherwise that of {@code creation}. */
    public Answer once(RepeatableRequest request, Creation creation) throws Exception {
        Optional<Answer> before = answered(request);
        if (before.isPresent()) {
            return before.get();
        }
        transaction.begin();
        boolean done = false;
        try {
            reserve(request);
            Answer answer = creation.create();
            fill(request, answer);
            done = true;
            commit();
            return answer;
        } catch (KeyTakenException meanwhile) {
            rollback();
            return answered(request).orElseThrow(() -> busy(meanwhile));
        } finally {
            if (!done) {
                rollback();
            }
        }
    }

    /** Forgets answers that have expired; for a thread that may wait for the database. */
    public void sweep() {
        try (Connection connection = dataSource.getConnection()) {
            int unused = AnswerTable.forgetExpired(connection, clock.instant());
        } catch (SQLException away) {
            // the next sweep forgets them
        }
    }

    private Optional<Answer> answered(RepeatableRequest request) {
        try (Connection connection = dataSource.getConnection()) {
            Optional<AnswerTable.Row> row = AnswerTable.find(connection, request, clock.instant());
            if (row.isPresent() && !row.get().content().equals(request.content())) {
                throw new ChatException(
                        ErrorCode.IDEMPOTENCY_KEY_REUSED, "The Idempotency-Key was used for another request.");
            }
            return row.map(AnswerTable.Row::answer);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    private void reserve(RepeatableRequest request) throws KeyTakenException {
        try (Connection connection = dataSource.getConnection()) {
            AnswerTable.forget(connection, request, clock.instant());
            AnswerTable.reserve(connection, request, clock.instant().plus(Duration.ofHours(KEPT_HOURS)));
        } catch (SQLException failure) {
            if (SqlErrors.isConstraintViolation(failure)) {
                throw new KeyTakenException();
            }
            throw SqlErrors.unavailable(failure);
        }
    }

    private void fill(RepeatableRequest request, Answer answer) {
        try (Connection connection = dataSource.getConnection()) {
            AnswerTable.fill(connection, request, answer);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    private void commit() throws SystemException, HeuristicMixedException, HeuristicRollbackException {
        try {
            transaction.commit();
        } catch (RollbackException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    private void rollback() throws SystemException {
        if (transaction.getStatus() != jakarta.transaction.Status.STATUS_NO_TRANSACTION) {
            transaction.rollback();
        }
    }

    private static ChatException busy(Exception meanwhile) {
        return new ChatException(ErrorCode.BUSY, "The same request was just taken back; send it again.", meanwhile);
    }

    /** Another transaction has committed an answer under the key. */
    private static final class KeyTakenException extends Exception {
        KeyTakenException() {
            super("The key is taken", null, false, false);
        }
    }
}
