package org.persistentchat.loadtest.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People of each room are on all servers. */
class HomeServerTest {
    @ParameterizedTest
    @CsvSource({"1, 20", "2, 20", "3, 21", "4, 20", "4, 8"})
    void theMembersOfARoomAreOnAllServers(int servers, int rooms) {
        for (int room = 0; room < rooms; room++) {
            IntStream members =
                    IntStream.iterate(room, number -> number + rooms).limit(100);
            assertThat(members.map(number -> HomeServer.index(number, servers)).distinct())
                    .as("servers of room " + room)
                    .hasSize(servers);
        }
    }
}
