package org.persistentchat.archive.verify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.proof.CanonicalRecord;
import org.persistentchat.archive.proof.ChunkHeader;
import org.persistentchat.archive.proof.MerkleTree;
import org.persistentchat.archive.proof.SealedChunk;
import org.persistentchat.compliance.record.ComplianceRecord;

/** The records of a package: as the manifest proves them, against the chunks of the archive, and as they are found, against the manifest. */
final class PackageProofs {

    private final TrustedKeys keys;
    private final List<Finding> findings;
    private final Map<Long, ManifestLine.Proof> proofs = new HashMap<>();
    private @Nullable SealedChunk chunk;
    private long lastProved;
    private long lastFound;
    private long chunks;

    PackageProofs(TrustedKeys keys, List<Finding> findings) {
        this.keys = keys;
        this.findings = findings;
    }

    long chunks() {
        return chunks;
    }

    long records() {
        return proofs.size();
    }

    /** A chunk of the manifest: its own hash, and who signed it. */
    void chunk(SealedChunk next) {
        chunks++;
        chunk = next;
        ChunkHeader header = next.header();
        if (!Arrays.equals(header.hash(), next.hash()) || header.form() != CanonicalRecord.FORM) {
            findings.add(new Finding(Finding.Kind.CHUNK_CHANGED, header.number(), 0, "it is not what was hashed"));
        }
        if (!keys.none() && !keys.accept(next.keyId(), next.hash(), next.signature())) {
            findings.add(new Finding(
                    Finding.Kind.SIGNATURE, header.number(), 0, "the chunk is not signed with a trusted key"));
        }
    }

    /** A record of the manifest: whether it leads to its chunk. */
    void proof(ManifestLine.Proof proof) {
        if (proof.position() <= lastProved) {
            found(Finding.Kind.RECORD_MOVED, proof, "in the manifest it is not at its place");
        }
        lastProved = Math.max(lastProved, proof.position());
        if (proofs.put(proof.position(), proof) != null) {
            found(Finding.Kind.RECORD_INSERTED, proof, "it is in the manifest twice");
        }
        if (!leadsToChunk(proof)) {
            found(Finding.Kind.CHUNK_CONTENT, proof, "it does not lead to a chunk of the archive");
        }
    }

    private boolean leadsToChunk(ManifestLine.Proof proof) {
        if (chunk == null) {
            return false;
        }
        ChunkHeader header = chunk.header();
        if (proof.position() < header.firstPosition() || proof.position() > header.lastPosition()) {
            return false;
        }
        try {
            int index = (int) (proof.position() - header.firstPosition());
            byte[] root = MerkleTree.root(proof.leaf(), index, header.records(), proof.path());
            return Arrays.equals(root, header.root());
        } catch (IllegalArgumentException wrongLength) {
            return false;
        }
    }

    /** A record of the package: whether the manifest has it like this, here. */
    void record(StoredEntry entry) {
        ManifestLine.Proof proof = proofs.get(entry.position());
        if (proof == null) {
            found(Finding.Kind.RECORD_INSERTED, entry, "the manifest does not have it");
            return;
        }
        ComplianceRecord record = entry.record();
        byte[] leaf = record == null ? entry.leaf() : CanonicalRecord.leaf(record);
        if (!Arrays.equals(leaf, proof.leaf())
                || !Arrays.equals(entry.leaf(), proof.leaf())
                || !entry.recordId().equals(proof.recordId())) {
            found(Finding.Kind.RECORD_CHANGED, entry, "it is not what was sealed");
        }
        if (entry.position() == lastFound) {
            found(Finding.Kind.RECORD_INSERTED, entry, "it is there twice");
        } else if (entry.position() < lastFound) {
            found(Finding.Kind.RECORD_MOVED, entry, "it is not at its place");
        }
        lastFound = Math.max(lastFound, entry.position());
    }

    /** All records were found that are there. */
    void end(Set<Long> seen) {
        proofs.values().stream()
                .filter(proof -> !seen.contains(proof.position()))
                .sorted(Comparator.comparingLong(ManifestLine.Proof::position))
                .forEach(proof -> found(Finding.Kind.RECORD_REMOVED, proof, "it is not in " + PackageVerifier.RECORDS));
    }

    private void found(Finding.Kind kind, ManifestLine.Proof proof, String what) {
        long number = chunk == null ? 0 : chunk.header().number();
        findings.add(new Finding(kind, number, proof.position(), "record " + proof.recordId() + ": " + what));
    }

    private void found(Finding.Kind kind, StoredEntry entry, String what) {
        findings.add(new Finding(kind, 0, entry.position(), "record " + entry.recordId() + ": " + what));
    }
}
