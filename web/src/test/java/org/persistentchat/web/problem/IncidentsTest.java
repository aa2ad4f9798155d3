package org.persistentchat.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** What a client is told when something in the server fails. */
class IncidentsTest {

    static Throwable[] losses() {
        return new Throwable[] {
            new SQLException("no connection", new ResourceException("IJ000453: Unable to get managed connection")),
            new SQLNonTransientConnectionException("the connection is broken", "90067"),
            new SQLException("the server closed the connection", "08S01"),
        };
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aLostDatabaseIsToldAsOneThatMayComeBack(Throwable loss) {
        ChatException told = Incidents.told(new IllegalStateException("wrapped", loss));
        assertThat(told.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(told.code().retryable()).isTrue();
    }

    @Test
    void aDefectIsToldByAReferenceAndNothingElse() {
        ChatException told =
                Incidents.told(new IllegalStateException("wrapped", new SQLSyntaxErrorException("secret", "42102")));
        assertThat(told.code()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(told.getMessage()).doesNotContain("secret").contains("reference");
    }
}
