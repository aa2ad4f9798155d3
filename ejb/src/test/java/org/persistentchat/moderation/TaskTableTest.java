package org.persistentchat.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;
import org.persistentchat.wording.WordMatch;

/** A removal is known after a restart as it was asked for, and as far as it is. */
class TaskTableTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final PersonId ADMIN = new PersonId(1900);

    private final InMemoryContent content = new InMemoryContent();
    private final JobTable jobs = new JobTable(content.dataSource());
    private final TaskTable tasks = new TaskTable(content.dataSource());

    private RemovalTask begin(long job, boolean purge, RemovalWish wish) throws SQLException {
        jobs.insert(job, 1, ADMIN, NOON.plusSeconds(job));
        RemovalTask task = RemovalTask.begun(job, purge, wish);
        tasks.insert(task);
        return task;
    }

    @Test
    void aTaskIsReadAsItWasWritten() throws SQLException {
        RemovalWish whole = new RemovalWish(
                List.of(new RoomId(3), new RoomId(7)),
                "\u00fcber \uD83D\uDE00",
                WordMatch.Mode.ALL,
                true,
                Set.of(new PersonId(4), new PersonId(5)),
                Optional.of(NOON),
                Optional.of(NOON.plusSeconds(60)),
                Optional.of("***"));
        RemovalTask task = begin(1, false, whole);
        RemovalTask purge = begin(2, true, RemovalWish.purge(new RoomId(9), NOON));
        assertThat(tasks.find(1)).contains(task);
        assertThat(tasks.find(2)).contains(purge);
        assertThat(tasks.find(3)).isEmpty();
    }

    @Test
    void whatIsNotFinishedIsContinuedWhereItWas() throws SQLException {
        RemovalTask task = begin(1, true, RemovalWish.purge(new RoomId(9), NOON));
        begin(2, true, RemovalWish.purge(new RoomId(9), NOON));
        RemovalTask now = new RemovalTask(1, true, task.wish(), 9, 400, 350, 340);
        tasks.progress(now);
        jobs.finish(2, "DONE", NOON);
        tasks.remove(2);

        assertThat(tasks.unfinished(1)).containsExactly(new TaskTable.Unfinished(1, ADMIN));
        assertThat(tasks.unfinished(2)).isEmpty();
        assertThat(tasks.find(1)).contains(now);
        assertThat(tasks.find(2)).isEmpty();
    }
}
