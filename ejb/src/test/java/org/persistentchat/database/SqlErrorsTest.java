package org.persistentchat.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A violated constraint is recognised wherever drivers and frameworks hide it. */
class SqlErrorsTest {
    private final SQLException duplicate = new SQLException("duplicate", "23505");

    @Test
    void aViolatedConstraintIsRecognised() {
        assertThat(SqlErrors.isConstraintViolation(duplicate)).isTrue();
    }

    @Test
    void aViolationThatOthersWrapIsRecognised() {
        assertThat(SqlErrors.isConstraintViolation(new IllegalStateException(new RuntimeException(duplicate))))
                .isTrue();
    }

    @Test
    void aViolationInABatchIsRecognised() {
        BatchUpdateException batch = new BatchUpdateException("batch failed", new int[0]);
        batch.setNextException(duplicate);
        assertThat(SqlErrors.isConstraintViolation(batch)).isTrue();
    }

    @Test
    void nothingElseIsOne() {
        assertThat(SqlErrors.isConstraintViolation(new SQLException("no state")))
                .isFalse();
        assertThat(SqlErrors.isConstraintViolation(new SQLException("deadlock", "40001")))
                .isFalse();
        assertThat(SqlErrors.isConstraintViolation(new IllegalStateException())).isFalse();
    }
}
