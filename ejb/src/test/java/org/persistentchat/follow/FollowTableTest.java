package org.persistentchat.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/** A choice is stored, replaced and taken back. */
class FollowTableTest {
    private static final PersonId ANA = new PersonId(1);
    private static final RoomId OPS = new RoomId(11);

    private final FollowTable table = new FollowTable(new InMemoryContent().dataSource());

    @Test
    void theLastChoiceHolds() {
        table.put(ANA, OPS, FollowLevel.ALL);
        table.put(ANA, OPS, FollowLevel.NONE);
        table.put(new PersonId(2), OPS, FollowLevel.MENTIONS);
        assertThat(table.of(ANA)).isEqualTo(Map.of(OPS, FollowLevel.NONE));
    }

    @Test
    void aChoiceIsTakenBackOnce() {
        table.put(ANA, OPS, FollowLevel.ALL);
        assertThat(table.remove(ANA, OPS)).isTrue();
        assertThat(table.remove(ANA, OPS)).isFalse();
        assertThat(table.of(ANA)).isEmpty();
    }
}
