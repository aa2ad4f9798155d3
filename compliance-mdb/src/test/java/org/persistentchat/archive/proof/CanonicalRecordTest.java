package org.persistentchat.archive.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedMessage;
import org.persistentchat.compliance.record.RecordedPerson;
import org.persistentchat.compliance.record.RecordedRoom;

/** The canonical bytes tell all records apart, and stay what they are. */
class CanonicalRecordTest {

    private static ComplianceRecord record(@Nullable String content, @Nullable String title, String account) {
        return new ComplianceRecord(
                new UUID(1, 2),
                RecordKind.POST,
                Instant.ofEpochMilli(1_772_366_400_125L),
                new RecordedRoom("r1", "Operations", "General"),
                7,
                new RecordedPerson(account, "Ana", null, true),
                "node-1",
                content,
                new RecordedMessage(0, title, null));
    }

    /** Computed by another program, from the description in docs/compliance.md. Archives were sealed with form 1: if this fails, it was changed. */
    @Test
    void theFormThatArchivesWereSealedWithIsNeverChanged() {
        assertThat(HexFormat.of().formatHex(CanonicalRecord.leaf(record("Zoë \uD83D\uDE00", null, "ana"))))
                .isEqualTo("797b9282e3fad6b7bb3c840829d45388026f798a6c3a8d8d4961c5b03f2aa344");
    }

    @Test
    void absentEmptyAndNeighbouringTextsAreToldApart() {
        Set<String> leaves = new HashSet<>();
        for (ComplianceRecord each : List.of(
                record(null, null, "ana"),
                record("", null, "ana"),
                record(null, "", "ana"),
                record("ab", "c", "ana"),
                record("a", "bc", "ana"),
                record("\uD800", null, "ana"), // half of a pair, which UTF-8 would turn into a question mark
                record("?", null, "ana"),
                record("a", null, "ann"))) {
            assertThat(leaves.add(HexFormat.of().formatHex(CanonicalRecord.leaf(each))))
                    .as(each.toString())
                    .isTrue();
        }
    }
}
