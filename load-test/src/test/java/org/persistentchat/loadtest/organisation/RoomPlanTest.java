package org.persistentchat.loadtest.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.persistentchat.loadtest.client.RoomDraft;
import org.persistentchat.loadtest.organisation.OrganisationShape.Rooms;

/** Which rooms an organisation has. */
class RoomPlanTest {
    private static final OrganisationShape SHAPE = new OrganisationShape(
            150_000,
            5_000,
            100,
            100,
            new Rooms(32_000, 30, 3, 0.03),
            new Rooms(1_067, 150, 5, 0.03),
            new Rooms(10, 16_000, 10, 0.5),
            0.5,
            3);

    private final RoomPlan plan = new RoomPlan(SHAPE, new Names("x"), List.of("c0", "c1"));

    @Test
    void theDefaultShapeHasTheEntriesOfTheModel() {
        long entries = IntStream.range(0, SHAPE.rooms())
                .mapToLong(number -> plan.room(number).entries())
                .sum();

        assertThat(SHAPE.rooms()).isEqualTo(33_077);
        assertThat(entries).isBetween(700_000L, 760_000L);
    }

    @Test
    void theSameRoomIsTheSameWheneverItIsAskedFor() {
        assertThat(plan.room(77)).isEqualTo(plan.room(77));
        assertThat(plan.room(77).name()).isNotEqualTo(plan.room(78).name());
    }

    @Test
    void nobodyIsNamedTwiceInOneList() {
        RoomDraft large = plan.room(9);

        assertThat(large.members()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(10);
        assertThat(large.managers()).hasSize(3);
    }
}
