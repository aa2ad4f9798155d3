package org.persistentchat.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.id.OpaqueId;

/** Holds are read as they were set, end once, and meet who removes at one gate. */
class HoldTableTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final InMemoryContent content = new InMemoryContent();

    private Holds inForce() throws SQLException {
        try (Connection connection = content.dataSource().getConnection()) {
            return HoldGate.look(connection);
        }
    }

    private static HeldText said(long room, long author, Instant at, String text) {
        return new HeldText(room, author, at, text);
    }

    @Test
    void aHoldCoversWhatMeetsAllItsCriteria() throws SQLException {
        assertThat(inForce().none()).isTrue();
        SampleHolds.set(
                content.dataSource(),
                1,
                SampleHolds.of(
                        Set.of(5L, 6L), Set.of(1001L), "merger", Optional.of(NOON), Optional.of(NOON.plusSeconds(60))));
        Holds holds = inForce();
        assertThat(holds.cover(said(5, 1001, NOON, "The Merger!"))).isTrue();
        assertThat(holds.cover(said(7, 1001, NOON, "merger"))).isFalse();
        assertThat(holds.cover(said(5, 1002, NOON, "merger"))).isFalse();
        assertThat(holds.cover(said(5, 1001, NOON.minusMillis(1), "merger"))).isFalse();
        assertThat(holds.cover(said(5, 1001, NOON.plusSeconds(60), "merger"))).isFalse();
        assertThat(holds.cover(said(5, 1001, NOON, "mergers"))).isFalse();
    }

    @Test
    void aRecordIsHeldByTheNamesThatItHas() throws SQLException {
        SampleHolds.set(content.dataSource(), 1, SampleHolds.of(Set.of(5L), Set.of(1001L), ""));
        String room = OpaqueId.encode(5);
        assertThat(inForce().cover(new HeldRecord(room, "name1001", NOON, ""))).isTrue();
        assertThat(inForce().cover(new HeldRecord(room, "another", NOON, ""))).isFalse();
        assertThat(inForce().cover(new HeldRecord("", "name1001", NOON, ""))).isFalse();
    }

    @Test
    void severalHoldsCoverMoreAndEachEndsByItself() throws SQLException {
        SampleHolds.set(content.dataSource(), 1, SampleHolds.of(Set.of(5L), Set.of(), ""));
        SampleHolds.set(content.dataSource(), 2, SampleHolds.of(Set.of(), Set.of(1001L), ""));
        SampleHolds.release(content.dataSource(), 1);
        assertThat(inForce().cover(said(5, 1002, NOON, ""))).isFalse();
        assertThat(inForce().cover(said(5, 1001, NOON, ""))).isTrue();
        try (Connection connection = content.dataSource().getConnection()) {
            HoldRegister register = new HoldRegister(connection);
            List<LegalHold> all = register.list(true, 10);
            assertThat(all).hasSize(2);
            assertThat(register.list(false, 10)).extracting(LegalHold::id).containsExactly(2L);
            assertThat(register.find(1).orElseThrow().isInForce()).isFalse();
            assertThat(register.release(1, all.get(0).createdBy(), NOON)).isFalse();
        }
    }

    @Test
    void aHoldWaitsForWhoRemovesAndTheNextToRemoveSeesIt() throws Exception {
        try (Connection removing = content.dataSource().getConnection()) {
            removing.setAutoCommit(false);
            assertThat(HoldGate.pass(removing).none()).isTrue();
            CompletableFuture<Void> set = CompletableFuture.runAsync(
                    () -> SampleHolds.set(content.dataSource(), 1, SampleHolds.of(Set.of(), Set.of(), "")));
            assertThat(inForce().none()).isTrue();
            assertThat(set).isNotDone();
            removing.commit();
            set.join();
            assertThat(HoldGate.pass(removing).none()).isFalse();
            removing.rollback();
        }
    }
}
