package org.persistentchat.archive.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.proof.ExpiryAct;
import org.persistentchat.archive.proof.PositionRange;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;

/**
 * Records that are not there, and the acts of retention that say why. Acts come after the records that they removed, so what is left at the end was removed by
 * somebody else. An act counts only as it was signed.
 */
final class Expiries {

    /** For so many the identity is remembered until the end; of the others the position says which they are. */
    private static final int NAMED = 200_000;

    private static final int FINDINGS = 10_000;

    private final TrustedKeys keys;
    private final PositionSet missing = new PositionSet();
    private final Map<Long, Missing> named = new HashMap<>();
    private final SortedMap<String, Long> byRule = new TreeMap<>();
    private final List<Finding> forged = new ArrayList<>();
    private long expired;

    Expiries(TrustedKeys keys) {
        this.keys = keys;
    }

    private record Missing(long chunk, UUID record) {}

    /** Takes the entries of a chunk. */
    void chunk(long number, List<StoredEntry> entries, Optional<UUID> archive) {
        for (StoredEntry entry : entries) {
            ComplianceRecord record = entry.record();
            if (record == null) {
                missing.add(entry.position());
                if (named.size() < NAMED) {
                    named.put(entry.position(), new Missing(number, entry.recordId()));
                }
            } else if (record.kind().equals(RecordKind.RECORDS_EXPIRED)) {
                act(number, entry.position(), record, archive);
            }
        }
    }

    private void act(long chunk, long position, ComplianceRecord record, Optional<UUID> archive) {
        Optional<ExpiryAct> act = parsed(record.content())
                .filter(one -> archive.filter(one.archive()::equals).isPresent())
                .filter(one -> one.isRightAt(position, keys::acceptExpiry));
        if (act.isEmpty()) {
            forged.add(new Finding(
                    Finding.Kind.EXPIRY,
                    chunk,
                    position,
                    "the act of retention " + record.recordId() + " is not one that a trusted key signed"));
            return;
        }
        for (PositionRange range : act.get().positions()) {
            for (long each = range.first(); each <= range.last(); each++) {
                if (missing.remove(each)) {
                    named.remove(each);
                    expired++;
                    byRule.merge(act.get().rule(), 1L, Long::sum);
                }
            }
        }
    }

    private static Optional<ExpiryAct> parsed(@Nullable String content) {
        try {
            return content == null ? Optional.empty() : Optional.of(ExpiryAct.parse(content));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** How many records are not there, for whatever reason. */
    long absent() {
        return missing.size() + expired;
    }

    /** How many expired under which rule. */
    SortedMap<String, Long> byRule() {
        return byRule;
    }

    /** Acts that are none, and records that no act accounts for. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(forged);
        missing.forEach(position -> {
            Missing known = named.get(position);
            if (findings.size() < FINDINGS) {
                findings.add(new Finding(
                        Finding.Kind.RECORD_REMOVED,
                        known == null ? 0 : known.chunk(),
                        position,
                        (known == null ? "the record" : "record " + known.record()) + " is not there"));
            }
        });
        return findings;
    }
}
