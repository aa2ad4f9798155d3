package org.persistentchat.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.pool.PoolServer.Said;
import org.persistentchat.pool.PoolServer.State;

/** What a server last said, and what is wanted of it, is what the others read. */
class HeartbeatTableTest {
    private static final Instant STARTED = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");
    private static final String ADDRESS = "https://chat-1.example.org/";

    private final InMemoryContent content = new InMemoryContent();

    HeartbeatTableTest() {
        content.execute("INSERT INTO chat_server (server_id, name, first_started)"
                + " VALUES (1, 'chat-1', '2026-01-01'), (2, 'chat-2', '2026-01-01')");
    }

    private static Said said(State state, int connections) {
        return new Said(state, STARTED, NOW, connections, 3, Optional.of(STARTED));
    }

    private void write(int id, String address, Said said) throws SQLException {
        try (Connection connection = content.dataSource().getConnection()) {
            HeartbeatTable.write(connection, id, address, said);
        }
    }

    private List<PoolServer> read(Instant lostBefore) throws SQLException {
        try (Connection connection = content.dataSource().getConnection()) {
            return HeartbeatTable.read(connection, lostBefore);
        }
    }

    private void give(int id, Duty duty) throws SQLException {
        try (Connection connection = content.dataSource().getConnection()) {
            DutyTable.lock(connection);
            DutyTable.write(connection, id, duty);
            assertThat(DutyTable.read(connection, "chat-" + id)).isEqualTo(duty);
        }
    }

    @Test
    void eachServerHasWhatItSaidLastAndIsActiveUnlessSomebodyWantsItOtherwise() throws SQLException {
        write(2, "", said(State.STOPPED, 0));
        write(1, ADDRESS, said(State.ACTIVE, 7));
        write(1, ADDRESS, said(State.ACTIVE, 8));
        PoolServer.Assignment unchanged = new PoolServer.Assignment(Duty.ACTIVE, 1);
        assertThat(read(NOW))
                .containsExactly(
                        new PoolServer(1, "chat-1", unchanged, ADDRESS, said(State.ACTIVE, 8)),
                        new PoolServer(2, "chat-2", unchanged, "", said(State.STOPPED, 0)));
    }

    @Test
    void whoWasNotHeardForTooLongIsLostAndWhoWasStoppedIsNot() throws SQLException {
        write(1, "", said(State.SUSPENDED, 7));
        write(2, "", said(State.STOPPED, 0));
        assertThat(read(NOW.plusMillis(1)))
                .extracting(server -> server.said().state())
                .containsExactly(State.LOST, State.STOPPED);
    }

    @Test
    void aChangeOfDutyCountsAndOnlyWhoIsActiveAndRunsTakesClients() throws SQLException {
        write(1, "", said(State.ACTIVE, 7));
        write(2, "", said(State.SUSPENDED, 7));
        give(1, Duty.DRAINING);
        give(1, Duty.STANDBY);
        assertThat(read(NOW)).extracting(PoolServer::state).containsExactly("standby", "suspended");
        assertThat(read(NOW))
                .extracting(server -> server.assignment().version())
                .containsExactly(3L, 1L);
        assertThat(read(NOW)).extracting(PoolServer::takesClients).containsExactly(false, false);
        give(1, Duty.ACTIVE);
        assertThat(read(NOW)).extracting(PoolServer::takesClients).containsExactly(true, false);
    }
}
