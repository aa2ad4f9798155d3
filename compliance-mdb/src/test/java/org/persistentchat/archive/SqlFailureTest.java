package org.persistentchat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What can never be stored is told from what may be stored later, whichever database says it in whichever way. */
class SqlFailureTest {

    private static SQLException failure(String state, int code) {
        return new SQLException("refused", state, code);
    }

    @Test
    void whatDoesNotFitAColumnIsTheData() {
        assertThat(SqlFailure.isDataError(failure("22001", 22_001))).isTrue(); // H2
        assertThat(SqlFailure.isDataError(failure("22001", 8_152))).isTrue(); // SQL Server up to 2017
        assertThat(SqlFailure.isDataError(failure("S0001", 2_628))).isTrue(); // SQL Server from 2019
        assertThat(SqlFailure.isDataError(failure("S0008", 8_115))).isTrue(); // a number, on SQL Server
    }

    @Test
    void whatABatchWasRefusedForIsFoundBehindTheRefusal() {
        SQLException batch = new BatchUpdateException("refused", null, 0, new int[0]);
        batch.setNextException(failure("S0001", 2_628));
        assertThat(SqlFailure.isDataError(batch)).isTrue();
        assertThat(SqlFailure.isViolation(batch)).isFalse();
    }

    @Test
    void aKeyThatIsThereIsAViolation() {
        assertThat(SqlFailure.isViolation(failure("23000", 2_627))).isTrue();
        assertThat(SqlFailure.isDataError(failure("23505", 23_505))).isTrue();
    }

    @Test
    void whatMaySucceedLaterIsNotTheData() {
        assertThat(SqlFailure.isDataError(failure("08S01", 0))).isFalse();
        assertThat(SqlFailure.isDataError(failure("40001", 1_205))).isFalse(); // a deadlock
        assertThat(SqlFailure.isDataError(failure("S0005", 9_002))).isFalse(); // the log is full
        assertThat(SqlFailure.isDataError(new SQLException("unknown"))).isFalse();
    }
}
