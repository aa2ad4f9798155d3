package org.persistentchat.compliance.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the bytes of a batch promise, within a version and to its neighbours. */
class BatchCodecTest {

    private static final String MINIMAL_RECORD =
            "{\"id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"kind\":\"POST\",\"at\":5,\"room\":\"r\","
                    + "\"roomName\":\"R\",\"category\":\"C\",\"account\":\"ana\",\"name\":\"Ana\",\"server\":\"s\"%s}";

    @Property(tries = 300)
    void anyBatchComesBackAsItWas(@ForAll("batches") ComplianceBatch batch) throws UndecodableBatchException {
        assertThat(BatchCodec.decode(BatchCodec.encode(batch))).isEqualTo(batch);
    }

    @Property(tries = 300)
    void aCutBatchIsRefused(@ForAll("batches") ComplianceBatch batch, @ForAll int seed) {
        byte[] whole = BatchCodec.encode(batch);
        byte[] cut = Arrays.copyOf(whole, Math.floorMod(seed, whole.length));
        assertThatThrownBy(() -> BatchCodec.decode(cut)).isInstanceOf(UndecodableBatchException.class);
    }

    @Property(tries = 300)
    void noiseIsRefusedWithoutQuotingIt(@ForAll byte[] noise) {
        assertThatThrownBy(() -> BatchCodec.decode(noise))
                .isInstanceOf(UndecodableBatchException.class)
                .hasNoCause();
    }

    @Example
    void whatANewerServerAddsIsSkipped() throws UndecodableBatchException {
        String added = ",\"reactions\":[{\"id\":1}],\"threadOf\":{\"seq\":4}";
        ComplianceBatch batch = BatchCodec.decode(batchOf(1, String.format(MINIMAL_RECORD, added)));
        assertThat(batch.records()).singleElement().satisfies(record -> {
            assertThat(record.sequence()).isZero();
            assertThat(record.content()).isNull();
        });
    }

    @Example
    void aKindOfANewerServerIsKept() throws UndecodableBatchException {
        byte[] bytes = batchOf(1, String.format(MINIMAL_RECORD, "").replace("POST", "REACTION"));
        assertThat(BatchCodec.decode(bytes).records().get(0).kind()).isEqualTo(new RecordKind("REACTION"));
    }

    @Example
    void whatAnOlderArchiveWouldLoseIsOfANewerVersion() throws UndecodableBatchException {
        ComplianceBatch old = BatchCodec.decode(batchOf(1, String.format(MINIMAL_RECORD, "")));
        assertThat(new String(BatchCodec.encode(old), StandardCharsets.UTF_8)).contains("\"v\":1,");
        ComplianceRecord record = old.records().get(0);
        ComplianceBatch edit = new ComplianceBatch(
                old.serverId(),
                old.batchId(),
                List.of(new ComplianceRecord(
                        record.recordId(),
                        RecordKind.EDIT,
                        record.at(),
                        record.room(),
                        9,
                        record.person(),
                        record.server(),
                        "new",
                        new RecordedMessage(7, "title", "old"))));
        byte[] bytes = BatchCodec.encode(edit);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\"v\":2,");
        assertThat(BatchCodec.decode(bytes)).isEqualTo(edit);
    }

    @Example
    void aVersionNotUnderstoodIsRefused() {
        byte[] bytes = batchOf(BatchCodec.VERSION + 1, String.format(MINIMAL_RECORD, ""));
        assertThatThrownBy(() -> BatchCodec.decode(bytes)).hasMessageContaining("Version " + (BatchCodec.VERSION + 1));
    }

    @Example
    void aRecordWithoutARequiredMemberIsRefused() {
        byte[] bytes = batchOf(1, String.format(MINIMAL_RECORD, "").replace("\"account\"", "\"acc\""));
        assertThatThrownBy(() -> BatchCodec.decode(bytes)).hasMessageContaining("missing");
    }

    private static byte[] batchOf(int version, String record) {
        return ("{\"v\":" + version + ",\"later\":true,\"server\":1,\"batch\":2,\"records\":[" + record + "]}")
                .getBytes(UTF_8);
    }

    @Provide
    Arbitrary<ComplianceBatch> batches() {
        return Combinators.combine(Arbitraries.integers(), Arbitraries.longs(), records())
                .as(ComplianceBatch::new);
    }

    private static Arbitrary<List<ComplianceRecord>> records() {
        Arbitrary<UUID> ids =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
        Arbitrary<RecordKind> kinds = Arbitraries.of(
                RecordKind.JOIN,
                RecordKind.PART,
                RecordKind.POST,
                RecordKind.HISTORY_VIEWED,
                new RecordKind("REACTION"));
        Arbitrary<Instant> times =
                Arbitraries.longs().between(0, 4_102_444_800_000L).map(Instant::ofEpochMilli);
        Arbitrary<RecordedRoom> rooms =
                Combinators.combine(texts(), texts(), texts()).as(RecordedRoom::new);
        Arbitrary<RecordedPerson> people = Combinators.combine(
                        texts(), texts(), texts().injectNull(0.3), Arbitraries.of(true, false))
                .as(RecordedPerson::new);
        return Combinators.combine(
                        ids, kinds, times, rooms, Arbitraries.longs(), people, texts(), texts().injectNull(0.3))
                .as(ComplianceRecord::new)
                .list()
                .ofMaxSize(5);
    }

    /** Every UTF-16 unit, also halves of surrogate pairs and control characters. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('\0', '\n', '"', '\\', '\u2028', '\uD83D', '\uDE00', '\uFFFF')
                .withCharRange('\0', '\uFFFF')
                .ofMaxLength(40);
    }
}
