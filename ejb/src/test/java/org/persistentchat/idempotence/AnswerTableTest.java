package org.persistentchat.idempotence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.database.SqlErrors;

/** A key belongs to one transaction at a time, and to one answer until it expires. */
class AnswerTableTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-11-25T08:30:00Z");
    private static final RepeatableRequest REQUEST = RepeatableRequest.of(7, "k", "POST /rooms", new byte[] {1});

    private final InMemoryContent content = new InMemoryContent();

    private Connection connection() throws SQLException {
        Connection connection = content.dataSource().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private void answer(String body) throws SQLException {
        try (Connection connection = connection()) {
            AnswerTable.reserve(connection, REQUEST, TOMORROW);
            AnswerTable.fill(connection, REQUEST, new Answer(201, "ETag: \"1\"\n", body));
            connection.commit();
        }
    }

    @Test
    void anAnswerIsFoundUntilItExpires() throws SQLException {
        answer("{}");
        try (Connection connection = connection()) {
            assertThat(AnswerTable.find(connection, REQUEST, NOW))
                    .contains(new AnswerTable.Row(REQUEST.content(), new Answer(201, "ETag: \"1\"\n", "{}")));
            assertThat(AnswerTable.find(connection, REQUEST, TOMORROW)).isEmpty();
        }
    }

    @Test
    void aKeyThatHasAnAnswerIsNotTakenAgain() throws SQLException {
        answer("{}");
        try (Connection connection = connection()) {
            Throwable refused = catchThrowable(() -> AnswerTable.reserve(connection, REQUEST, TOMORROW));
            assertThat(refused).matches(SqlErrors::isConstraintViolation);
        }
    }

    @Test
    void aKeyThatHasExpiredIsTakenAgain() throws SQLException {
        answer("{}");
        try (Connection connection = connection()) {
            AnswerTable.forget(connection, REQUEST, TOMORROW);
            AnswerTable.reserve(connection, REQUEST, TOMORROW);
        }
    }

    @Test
    void whoComesWhileTheFirstIsUnderWayWaitsForItsEnd() throws Exception {
        CountDownLatch coming = new CountDownLatch(1);
        CompletableFuture<Throwable> second = new CompletableFuture<>();
        try (Connection first = connection()) {
            AnswerTable.reserve(first, REQUEST, TOMORROW);
            Thread other = new Thread(() -> {
                coming.countDown();
                second.complete(catchThrowable(() -> {
                    try (Connection connection = connection()) {
                        AnswerTable.reserve(connection, REQUEST, TOMORROW);
                    }
                }));
            });
            other.start();
            coming.await();
            assertThat(second).isNotDone();
            first.commit();
            assertThat(second.get()).matches(SqlErrors::isConstraintViolation);
            other.join();
        }
    }

    @Test
    void aKeyOfACreationThatWasTakenBackIsFree() throws SQLException {
        try (Connection first = connection()) {
            AnswerTable.reserve(first, REQUEST, TOMORROW);
            first.rollback();
        }
        try (Connection second = connection()) {
            AnswerTable.reserve(second, REQUEST, TOMORROW);
        }
    }
}
