package org.persistentchat.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;

/** A server follows what any server of the pool has changed. */
class ChangeThreadTest {
    private static final long PATIENCE = 10_000;

    private final InMemoryContent content = new InMemoryContent();
    private final RecordingFollower follower = new RecordingFollower();
    private final ChangeThread following = new ChangeThread(content.dataSource(), List.of(follower));
    private final Thread thread = new Thread(following, "changes of the test");

    @BeforeEach
    void start() {
        following.load();
        thread.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        following.stop();
        thread.join(PATIENCE);
    }

    /** As another server would, which tells nobody. */
    private long change(Instant at, ChangeTable.Subject... subjects) throws SQLException {
        try (Connection connection = content.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            long number = ChangeTable.append(connection, List.of(subjects), at);
            connection.commit();
            return number;
        }
    }

    @Test
    void aChangeIsFollowedByAllBeforeOneActs() throws Exception {
        long first = change(Instant.now(), new ChangeTable.Subject(ChangeKind.ROOM, 7));
        assertThat(following.await(first, PATIENCE)).isTrue();
        long second = change(
                Instant.now(),
                new ChangeTable.Subject(ChangeKind.CATEGORY, 8),
                new ChangeTable.Subject(ChangeKind.PERSON, 9));
        assertThat(following.await(second, PATIENCE)).isTrue();

        assertThat(second).isEqualTo(first + 1);
        assertThat(follower.heard)
                .containsExactly("reload", "1 ROOM 7", "act 1", "2 CATEGORY 8", "2 PERSON 9", "act 2");
    }

    @Test
    void aFollowerThatFailsIsToldAgain() throws Exception {
        follower.broken = true;
        long number = change(Instant.now(), new ChangeTable.Subject(ChangeKind.ROOM, 7));

        assertThat(following.await(number, PATIENCE)).isTrue();
        assertThat(follower.heard).containsExactly("reload", "1 ROOM 7", "act 1");
    }

    @Test
    void whoHasMissedWhatIsForgottenReadsEverythingAnew() throws Exception {
        following.stop();
        thread.join(PATIENCE);
        change(Instant.now().minus(Duration.ofDays(9)), new ChangeTable.Subject(ChangeKind.ROOM, 7));
        try (Connection connection = content.dataSource().getConnection()) {
            ChangeTable.forget(connection, Instant.now().minus(Duration.ofDays(8)));
        }
        ChangeThread paused = new ChangeThread(content.dataSource(), List.of(follower));
        Thread again = new Thread(paused, "changes of a server that slept");
        again.start();
        assertThat(paused.await(1, PATIENCE)).isTrue();
        paused.stop();
        again.join(PATIENCE);

        assertThat(follower.heard).containsExactly("reload", "reload");
    }

    @Test
    void whatIsNotCommittedIsNotAwaitedForEver() throws Exception {
        assertThat(following.await(1, 50)).isFalse();
    }
}
