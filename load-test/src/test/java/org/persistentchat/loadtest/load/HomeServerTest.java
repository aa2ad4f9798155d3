package org.persistentchat.loadtest.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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

    @Test
    void whoLoseTheirServerGoToAllOfTheOthers() {
        List<String> servers = List.of("a", "b", "c", "d");
        Set<String> next = new TreeSet<>();
        for (int number = 0; number < 48; number++) {
            List<String> order = HomeServer.order(number, servers);
            assertThat(order).containsExactlyInAnyOrderElementsOf(servers);
            assertThat(order.get(0)).isEqualTo(servers.get(HomeServer.index(number, servers.size())));
            if (order.get(0).equals("a")) {
                next.add(order.get(1));
            }
        }
        assertThat(next).containsExactly("b", "c", "d");
    }
}
