package org.persistentchat.archive.verify;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.proof.CanonicalRecord;
import org.persistentchat.archive.proof.Checkpoint;
import org.persistentchat.archive.proof.ChunkHeader;
import org.persistentchat.archive.proof.SealedChunk;

/**
 * Goes through an archive once. The signature of the newest chunk stands for all before it, because each chunk is linked to hash and
 * signature of the one before; of the others some are checked, to say since when something is wrong.
 */
public final class ArchiveVerifier {

    /** More findings than anybody reads; the rest is counted. */
    private static final int FINDINGS = 10_000;

    private static final long SIGNATURES_AT_FIRST = 1_000;
    private static final long SIGNATURES_EVERY = 100;

    private final TrustedKeys keys;
    private final List<Checkpoint> checkpoints;
    private final Expiries expiries;
    private final Map<Long, byte[]> hashes = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long records;
    private long chunks;
    private long lastSigned;
    private long firstUnsigned;
    private @Nullable SealedChunk last;

    public ArchiveVerifier(TrustedKeys keys, List<Checkpoint> checkpoints) {
        this.keys = keys;
        this.checkpoints = List.copyOf(checkpoints);
        this.expiries = new Expiries(keys);
    }

    /** Verifies {@code source}. */
    public Verdict verify(ArchiveSource source) throws SQLException, IOException {
        Optional<UUID> archive = source.archive();
        Optional<SealedChunk> next = source.nextChunk();
        while (next.isPresent()) {
            chunk(next.get(), source, archive);
            next = source.nextChunk();
        }
        expiries.findings().forEach(this::found);
        source.leftOver(expiries.absent()).forEach(this::found);
        if (last != null) {
            signature(last);
        }
        archive.ifPresent(this::compareCheckpoints);
        return new Verdict(chunks, records, source.unsealed(), expiries.byRule(), List.copyOf(findings));
    }

    private void chunk(SealedChunk chunk, ArchiveSource source, Optional<UUID> archive)
            throws SQLException, IOException {
        ChunkHeader header = chunk.header();
        chunks++;
        link(chunk, archive);
        if (!Arrays.equals(header.hash(), chunk.hash())) {
            found(Finding.Kind.CHUNK_CHANGED, header.number(), 0, "its hash is not that of what it says");
        }
        if (header.form() != CanonicalRecord.FORM) {
            found(Finding.Kind.CHUNK_CHANGED, header.number(), 0, "form " + header.form() + " is not known");
        }
        List<StoredEntry> entries = source.entries(chunk);
        ChunkContent content = new ChunkContent(header, entries);
        content.findings().forEach(this::found);
        expiries.chunk(header.number(), entries, archive);
        records += entries.size();
        if (header.number() <= SIGNATURES_AT_FIRST || header.number() % SIGNATURES_EVERY == 0) {
            signature(chunk);
        }
        hashes.put(header.number(), chunk.hash());
        last = chunk;
    }

    private void link(SealedChunk chunk, Optional<UUID> archive) {
        ChunkHeader header = chunk.header();
        SealedChunk before = last;
        long number = before == null ? 1 : before.header().number() + 1;
        long position = before == null ? 1 : before.header().lastPosition() + 1;
        if (header.number() != number) {
            found(Finding.Kind.CHAIN_BROKEN, header.number(), 0, "chunk " + number + " was expected here");
        }
        if (header.firstPosition() != position) {
            found(Finding.Kind.CHAIN_BROKEN, header.number(), header.firstPosition(), position + " was expected");
        }
        byte[] expected = before == null ? archive.map(ChunkHeader::origin).orElse(header.previous()) : before.link();
        if (!Arrays.equals(expected, header.previous())) {
            found(Finding.Kind.CHAIN_BROKEN, header.number(), 0, "it is not linked to what is before it");
        }
    }

    private void signature(SealedChunk chunk) {
        if (keys.none() || firstUnsigned != 0) {
            return;
        }
        if (keys.accept(chunk.keyId(), chunk.hash(), chunk.signature())) {
            lastSigned = chunk.header().number();
        } else {
            firstUnsigned = chunk.header().number();
            found(
                    Finding.Kind.SIGNATURE,
                    firstUnsigned,
                    0,
                    "chunks after " + lastSigned + " are not signed with a trusted key (this one names " + chunk.keyId()
                            + ")");
        }
    }

    private void compareCheckpoints(UUID archive) {
        for (Checkpoint checkpoint : checkpoints) {
            if (!keys.none() && !keys.accept(checkpoint.keyId(), checkpoint.hash(), checkpoint.signature())) {
                found(
                        Finding.Kind.CHECKPOINT,
                        checkpoint.chunk(),
                        0,
                        "the checkpoint is not signed with a trusted key");
                continue;
            }
            byte[] hash = hashes.get(checkpoint.chunk());
            if (!checkpoint.archive().equals(archive)) {
                found(Finding.Kind.CHECKPOINT, 0, 0, "the checkpoint is of archive " + checkpoint.archive());
            } else if (hash == null) {
                found(
                        Finding.Kind.CHECKPOINT,
                        checkpoint.chunk(),
                        checkpoint.through(),
                        "the archive had this chunk and has it no more");
            } else if (!Arrays.equals(hash, checkpoint.hash())) {
                found(Finding.Kind.CHECKPOINT, checkpoint.chunk(), 0, "the chunk is not that of the checkpoint");
            }
        }
    }

    private void found(Finding.Kind kind, long chunk, long position, String what) {
        found(new Finding(kind, chunk, position, what));
    }

    private void found(Finding finding) {
        if (findings.size() < FINDINGS) {
            findings.add(finding);
        }
    }
}
