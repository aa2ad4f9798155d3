package org.persistentchat.archive.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.proof.CanonicalRecord;
import org.persistentchat.archive.proof.ChunkHeader;
import org.persistentchat.archive.proof.MerkleTree;
import org.persistentchat.compliance.record.ComplianceRecord;

/**
 * The entries of a chunk against its root. Records that are not there are somebody else's business: their leaves have to be right. Leaves are computed from the records; the stored ones serve to name what was changed: they are
 * right when they lead to the root.
 */
final class ChunkContent {

    private final ChunkHeader header;
    private final List<StoredEntry> entries;
    private final List<Finding> findings = new ArrayList<>();
    private final List<byte[]> computed = new ArrayList<>();
    private final List<byte[]> stored = new ArrayList<>();

    ChunkContent(ChunkHeader header, List<StoredEntry> entries) {
        this.header = header;
        this.entries = entries;
        positions();
        order();
        leaves();
    }

    List<Finding> findings() {
        return findings;
    }

    private void positions() {
        long expected = header.firstPosition();
        for (StoredEntry entry : entries) {
            if (entry.position() < expected) {
                found(Finding.Kind.POSITION, entry.position(), "it is there twice, or out of order");
            }
            for (; expected < entry.position() && expected <= header.lastPosition(); expected++) {
                found(Finding.Kind.POSITION, expected, "nothing is there");
            }
            expected = Math.max(expected, entry.position() + 1);
        }
        for (long end = Math.min(header.lastPosition(), expected + entries.size() + 1_000);
                expected <= end;
                expected++) {
            found(Finding.Kind.POSITION, expected, "nothing is there");
        }
    }

    /** Within a chunk records are in the order of their identities. */
    private void order() {
        @Nullable StoredEntry before = null;
        for (StoredEntry entry : entries) {
            if (before != null && compare(before.recordId(), entry.recordId()) >= 0) {
                found(Finding.Kind.RECORD_MOVED, entry.position(), entry.recordId() + " is not at its place");
            }
            before = entry;
        }
    }

    private static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    private void leaves() {
        List<StoredEntry> differing = new ArrayList<>();
        for (StoredEntry entry : entries) {
            ComplianceRecord record = entry.record();
            byte[] leaf = record == null ? entry.leaf() : CanonicalRecord.leaf(record);
            computed.add(leaf);
            stored.add(entry.leaf());
            if (record != null && (!record.recordId().equals(entry.recordId()) || !Arrays.equals(leaf, entry.leaf()))) {
                differing.add(entry);
            }
        }
        boolean recordsAreRight = leadsToRoot(computed);
        for (StoredEntry entry : differing) {
            Finding.Kind kind = recordsAreRight ? Finding.Kind.LEAF_CHANGED : Finding.Kind.RECORD_CHANGED;
            found(kind, entry.position(), "record " + entry.recordId());
        }
        if (!recordsAreRight && !leadsToRoot(stored)) {
            found(
                    Finding.Kind.CHUNK_CONTENT,
                    header.firstPosition(),
                    "what is at positions " + header.firstPosition() + " to " + header.lastPosition()
                            + " is not what was sealed there");
        }
    }

    private boolean leadsToRoot(List<byte[]> leaves) {
        return !leaves.isEmpty()
                && leaves.size() == header.records()
                && Arrays.equals(MerkleTree.root(leaves), header.root());
    }

    private void found(Finding.Kind kind, long position, String what) {
        findings.add(new Finding(kind, header.number(), position, what));
    }
}
