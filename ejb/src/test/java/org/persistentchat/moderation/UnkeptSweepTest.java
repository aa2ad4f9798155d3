package org.persistentchat.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.hold.SampleHolds;

/** Texts that are not kept go ten minutes after they were said. */
class UnkeptSweepTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final InMemoryContent content = new InMemoryContent();
    private final UnkeptSweep sweep = new UnkeptSweep(content.dataSource());

    private void said(long sequence, String at) {
        content.execute("INSERT INTO room_event (room_id, sequence, kind, author_id, committed_at, client_key, body,"
                + " unkept) VALUES (5, " + sequence + ", 1, 7, '" + at + "', X'" + String.format("%032x", sequence)
                + "', 'text', 1)");
        content.execute("INSERT INTO unkept_event VALUES ('" + at + "', 5, " + sequence + ")");
    }

    @Test
    void whatIsDueIsBlankedAndTheRestIsNot() throws SQLException {
        said(1, "2026-11-24 11:49:59");
        said(2, "2026-11-24 11:50:01");
        sweep.run(NOON);
        assertThat(content.numbers("SELECT sequence FROM room_event WHERE body = ''"))
                .containsExactly(1L);
        assertThat(content.numbers("SELECT sequence FROM unkept_event")).containsExactly(2L);
        sweep.run(NOON.plusSeconds(2));
        assertThat(content.numbers("SELECT COUNT(*) FROM unkept_event")).containsExactly(0L);
    }

    @Test
    void aTextThatWasEditedHasItsOwnTime() throws SQLException {
        said(1, "2026-11-24 11:49:59");
        content.execute("UPDATE room_event SET changed_at = '2026-11-24 11:55:00', changed_by = 7");
        content.execute("INSERT INTO unkept_event VALUES ('2026-11-24 11:55:00', 5, 1)");
        sweep.run(NOON);
        assertThat(content.numbers("SELECT COUNT(*) FROM room_event WHERE body = 'text'"))
                .containsExactly(1L);
        sweep.run(NOON.plusSeconds(600));
        assertThat(content.numbers("SELECT COUNT(*) FROM room_event WHERE body = ''"))
                .containsExactly(1L);
    }

    @Test
    void whatIsHeldIsNotBlankedAndHoldsUpNothing() throws SQLException {
        said(1, "2026-11-24 11:40:00");
        said(2, "2026-11-24 11:41:00");
        SampleHolds.set(
                content.dataSource(),
                1,
                SampleHolds.of(
                        Set.of(), Set.of(), "", Optional.empty(), Optional.of(Instant.parse("2026-11-24T11:40:30Z"))));
        sweep.run(NOON);
        assertThat(content.numbers("SELECT sequence FROM room_event WHERE body = ''"))
                .containsExactly(2L);
        SampleHolds.release(content.dataSource(), 1);
        sweep.run(NOON);
        assertThat(content.numbers("SELECT COUNT(*) FROM room_event WHERE body = ''"))
                .containsExactly(2L);
    }
}
