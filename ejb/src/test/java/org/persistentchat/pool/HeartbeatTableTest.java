package org.persistentchat.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.pool.PoolServer.State;

/** What a server last said is what the others read. */
class HeartbeatTableTest {
    private static final Instant STARTED = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");

    private final InMemoryContent content = new InMemoryContent();

    HeartbeatTableTest() {
        content.execute("INSERT INTO chat_server (server_id, name, first_started)"
                + " VALUES (1, 'chat-1', '2026-01-01'), (2, 'chat-2', '2026-01-01')");
    }

    private static PoolServer server(String name, State state, int connections) {
        return new PoolServer(name, state, STARTED, NOW, connections, 3, Optional.of(STARTED));
    }

    private void write(int id, PoolServer said) throws SQLException {
        try (Connection connection = content.dataSource().getConnection()) {
            HeartbeatTable.write(connection, id, said);
        }
    }

    private List<PoolServer> read(Instant lostBefore) throws SQLException {
        try (Connection connection = content.dataSource().getConnection()) {
            return HeartbeatTable.read(connection, lostBefore);
        }
    }

    @Test
    void eachServerHasWhatItSaidLast() throws SQLException {
        write(2, server("chat-2", State.STOPPED, 0));
        write(1, server("chat-1", State.ACTIVE, 7));
        write(1, server("chat-1", State.ACTIVE, 8));
        assertThat(read(NOW)).containsExactly(server("chat-1", State.ACTIVE, 8), server("chat-2", State.STOPPED, 0));
    }

    @Test
    void whoWasNotHeardForTooLongIsLostAndWhoWasStoppedIsNot() throws SQLException {
        write(1, server("chat-1", State.ACTIVE, 7));
        write(2, new PoolServer("chat-2", State.STOPPED, STARTED, NOW, 0, 0, Optional.empty()));
        assertThat(read(NOW.plusMillis(1))).extracting(PoolServer::state).containsExactly(State.LOST, State.STOPPED);
    }
}
