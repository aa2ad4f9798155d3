package org.persistentchat.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Every server has a number of its own, the same at every start. */
class ServerRegistrationTest {
    private static final int SERVERS = 6;
    private final InMemoryContent content = new InMemoryContent();

    private int register(String name) throws SQLException {
        return ServerRegistration.register(content.dataSource(), name).id();
    }

    @Test
    void aServerHasTheSameNumberAtEveryStart() throws SQLException {
        assertThat(register("chat-1")).isEqualTo(1);
        assertThat(register("chat-2")).isEqualTo(2);
        assertThat(register("chat-1")).isEqualTo(1);
    }

    @Test
    void serversThatStartAtOnceGetDifferentNumbers() throws Exception {
        assertThat(atOnce(List.of("a", "b", "c", "d", "e", "f"))).doesNotHaveDuplicates();
        assertThat(content.numbers("SELECT server_id FROM chat_server ORDER BY 1"))
                .hasSize(SERVERS);
    }

    @Test
    void aNameRegisteredTwiceAtOnceIsOneServer() throws Exception {
        assertThat(atOnce(List.of("a", "a", "a", "a", "a", "a"))).containsOnly(1);
    }

    private List<Integer> atOnce(List<String> names) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(names.size());
        CountDownLatch together = new CountDownLatch(names.size());
        try {
            List<Future<Integer>> started = new ArrayList<>();
            for (String name : names) {
                started.add(executor.submit(() -> {
                    together.countDown();
                    together.await();
                    return register(name);
                }));
            }
            List<Integer> numbers = new ArrayList<>();
            for (Future<Integer> server : started) {
                numbers.add(server.get());
            }
            return numbers;
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNoFreeNumber() {
        BreakableDataSource database = new BreakableDataSource(content.dataSource());
        database.unreachable(true);
        assertThatThrownBy(() -> ServerRegistration.register(database.dataSource(), "chat-1"))
                .isInstanceOf(SQLException.class);
        assertThat(database.steps()).as("it is not asked again").hasSize(1);
    }
}
