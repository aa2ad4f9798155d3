package org.persistentchat.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;

/** One server at a time applies the rules to a store; who died is followed by another. */
class RunTableTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final InMemoryContent content = new InMemoryContent();
    private final RunTable one = new RunTable(content.dataSource(), "chat-1");
    private final RunTable other = new RunTable(content.dataSource(), "chat-2");

    private List<RunState> states() throws SQLException {
        try (Connection connection = content.dataSource().getConnection()) {
            return RunTable.states(connection);
        }
    }

    @Test
    void oneServerAtATime() throws SQLException {
        assertThat(one.begin(Store.CONTENT, NOON)).isTrue();
        assertThat(other.begin(Store.CONTENT, NOON.plusSeconds(1))).isFalse();
        assertThat(other.begin(Store.ARCHIVE, NOON.plusSeconds(1))).isTrue();
        one.finish(Store.CONTENT, new RunTable.Outcome(3, 1), null, NOON.plusSeconds(2));
        assertThat(states().get(1))
                .isEqualTo(new RunState(Store.CONTENT, "chat-1", NOON, NOON.plusSeconds(2), 3, 1, null));
        assertThat(other.begin(Store.CONTENT, NOON.plusSeconds(3))).isTrue();
    }

    @Test
    void whoIsSilentLosesTheRunAndEndsAtItsNextStep() throws SQLException {
        one.begin(Store.CONTENT, NOON);
        assertThat(one.goOn(Store.CONTENT, RunTable.Outcome.NOTHING, NOON.plusSeconds(100)))
                .isTrue();
        assertThat(other.begin(Store.CONTENT, NOON.plusSeconds(150))).isFalse();
        Instant later = NOON.plus(Duration.ofMinutes(10));
        assertThat(other.begin(Store.CONTENT, later)).isTrue();
        assertThat(one.goOn(Store.CONTENT, RunTable.Outcome.NOTHING, later)).isFalse();
        one.finish(Store.CONTENT, RunTable.Outcome.NOTHING, null, later);
        assertThat(states().get(1).finishedAt()).isNull();
    }

    @Test
    void whyARunEndedEarlyIsKept() throws SQLException {
        one.begin(Store.ARCHIVE, NOON);
        one.finish(Store.ARCHIVE, RunTable.Outcome.NOTHING, "x".repeat(2_000), NOON);
        assertThat(states().get(0).failure()).hasSize(1_000);
    }
}
