package org.persistentchat.archive.pack;

import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.persistentchat.archive.proof.ChunkHeader;
import org.persistentchat.archive.proof.MerkleTree;
import org.persistentchat.archive.proof.SealedChunk;
import org.persistentchat.archive.verify.ManifestLine;
import org.persistentchat.archive.verify.ProofReader;
import org.persistentchat.archive.verify.StoredEntry;

/** The manifest of a package: what was written, and what proves it. */
final class Manifest {

    private final ManifestLine.Begin begin;
    private final List<StoredEntry> entries = new ArrayList<>();
    private boolean hasRecords;

    Manifest(UUID archive, PackageLabel label) {
        begin = new ManifestLine.Begin(
                archive,
                label.subject(),
                label.name(),
                label.description(),
                label.by(),
                label.at().toEpochMilli());
    }

    /** Notes an entry, without what it says. */
    void add(StoredEntry entry) {
        hasRecords |= entry.record() != null;
        entries.add(new StoredEntry(entry.position(), entry.recordId(), entry.leaf(), null));
    }

    int size() {
        return entries.size();
    }

    /** Whether the archive still has one of the records. */
    boolean hasRecords() {
        return hasRecords;
    }

    void write(Writer out, List<ZipFiles.Written> files, ProofReader archive) throws IOException, SQLException {
        line(begin, out);
        for (ZipFiles.Written file : files) {
            line(new ManifestLine.File(file.name(), file.bytes(), HexFormat.of().formatHex(file.sha256())), out);
        }
        int chunks = 0;
        long through = 0;
        long first = 0;
        List<List<byte[]>> levels = List.of();
        for (StoredEntry entry : entries) {
            if (entry.position() > through) {
                SealedChunk chunk = archive.chunkOf(entry.position())
                        .orElseThrow(() -> new IOException("No chunk has position " + entry.position()));
                ChunkHeader header = chunk.header();
                line(new ManifestLine.Chunk(chunk), out);
                levels = MerkleTree.levels(archive.leaves(header));
                first = header.firstPosition();
                through = header.lastPosition();
                chunks++;
            }
            List<byte[]> path = MerkleTree.path(levels, (int) (entry.position() - first));
            line(new ManifestLine.Proof(entry.position(), entry.recordId(), entry.leaf(), path), out);
        }
        line(new ManifestLine.End(chunks, entries.size()), out);
    }

    private static void line(ManifestLine line, Writer out) throws IOException {
        out.write(ManifestLine.Codec.write(line));
        out.write('\n');
    }
}
