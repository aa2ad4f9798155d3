package org.persistentchat.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.expiry.ArchiveExpiry;
import org.persistentchat.expiry.Expired;
import org.persistentchat.expiry.ExpiryOrder;
import org.persistentchat.room.RoomDirectory;

/** A preview looks at so much and no more, and says whether that was all. */
class PreviewsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ExpiryOrder.Place MORE = new ExpiryOrder.Place(NOW, "more");
    private static final int PAGE = 200;
    private static final int ENOUGH = 200_000 / PAGE;

    private final InMemoryContent content = new InMemoryContent();

    /** An archive in which every look gives the same; it refuses to be asked without an end. */
    private static final class SameEverywhere implements ArchiveExpiry {
        private final List<String> rooms;
        private final Expired each;
        private int looks;

        private SameEverywhere(int rooms, Expired each) {
            this.rooms = IntStream.range(0, rooms)
                    .mapToObj(number -> "%012d".formatted(number + 1))
                    .toList();
            this.each = each;
        }

        @Override
        public List<String> rooms(String after, int limit) {
            return rooms.stream()
                    .filter(room -> room.compareTo(after) > 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Expired look(ExpiryOrder order, Predicate<ComplianceRecord> held) {
            assertThat(looks++).isLessThan(2 * ENOUGH);
            return each;
        }

        @Override
        public Expired expire(ExpiryOrder order, Predicate<ComplianceRecord> held) {
            throw new AssertionError("A preview removes nothing");
        }
    }

    private RetentionPreview preview(ArchiveExpiry archive) throws SQLException {
        RetentionRules rules = new RetentionRules(Map.of(RetentionScope.GLOBAL, new Days(null, 30)));
        return new Previews(content.dataSource(), new RoomDirectory(), rules, NOW)
                .of(RetentionScope.GLOBAL, Optional.of(archive));
    }

    @Test
    void whatIsThereIsCountedByRoom() throws SQLException {
        SameEverywhere archive = new SameEverywhere(2, new Expired(9, 4, 1, NOW, NOW, null));
        RetentionPreview preview = preview(archive);
        assertThat(preview.complete()).isTrue();
        assertThat(preview.rooms()).hasSize(3).allSatisfy(room -> {
            assertThat(room.archive().expired()).isEqualTo(4);
            assertThat(room.archive().held()).isEqualTo(1);
        });
    }

    @Test
    void aRoomOfWhichNothingMayGoYetEndsThePreview() throws SQLException {
        SameEverywhere archive = new SameEverywhere(1, new Expired(PAGE, 0, 0, null, null, MORE));
        RetentionPreview preview = preview(archive);
        assertThat(archive.looks).isEqualTo(ENOUGH);
        assertThat(preview.complete()).isFalse();
        assertThat(preview.rooms()).isEmpty();
    }

    @Test
    void manyRoomsOfWhichNothingMayGoYetEndThePreview() throws SQLException {
        SameEverywhere archive = new SameEverywhere(3 * ENOUGH, new Expired(PAGE, 0, 0, null, null, null));
        RetentionPreview preview = preview(archive);
        assertThat(archive.looks).isEqualTo(ENOUGH);
        assertThat(preview.complete()).isFalse();
    }
}
