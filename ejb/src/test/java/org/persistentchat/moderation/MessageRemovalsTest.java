package org.persistentchat.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/** One removal at a time, and none refused for nothing. */
class MessageRemovalsTest {

    private static final long JOB = 1;
    private static final int SERVER = 1;
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final InMemoryContent content = new InMemoryContent();
    private final MessageRemovals removals = new MessageRemovals();
    private final List<Boolean> busyWhenAsked = new ArrayList<>();

    @Test
    @SuppressWarnings("UnnecessaryAssignment") // here it is the test that injects
    void whoLooksForUnfinishedWorkKeepsNobodyFromBeginning() throws SQLException {
        removals.server = new ServerIdentity(SERVER, "chat-1");
        removals.dataSource = asked(content.dataSource());

        removals.continueUnfinished();

        assertThat(busyWhenAsked).containsExactly(false);
        assertThat(removals.isBusy()).isFalse();
    }

    @Test
    @SuppressWarnings("UnnecessaryAssignment") // here it is the test that injects
    void whoLearnsOfTheEndOfOneMayBeginTheNext() throws SQLException {
        JobTable jobs = new JobTable(content.dataSource());
        jobs.insert(JOB, SERVER, new PersonId(1900), NOON);
        new TaskTable(content.dataSource())
                .insert(RemovalTask.begun(JOB, true, RemovalWish.purge(new RoomId(9), NOON)));
        removals.server = new ServerIdentity(SERVER, "chat-1");
        removals.dataSource = asked(content.dataSource());
        removals.work = new RemovalWork();
        removals.work.dataSource = content.dataSource();
        removals.people = new PersonDirectory() {
            @Override
            public Map<PersonId, Person> byIds(Collection<PersonId> ids) {
                return Map.of(); // an administrator no more
            }
        };

        removals.continueUnfinished();

        assertThat(jobs.find(JOB)).map(JobState::state).contains("FAILED");
        assertThat(busyWhenAsked)
                .as("looked twice, read, ended, forgotten, looked again")
                .containsExactly(false, true, true, false, false, false);
    }

    private DataSource asked(DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    busyWhenAsked.add(removals.isBusy());
                    return method.invoke(database, arguments);
                });
    }
}
