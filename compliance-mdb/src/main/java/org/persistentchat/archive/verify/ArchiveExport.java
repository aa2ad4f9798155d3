package org.persistentchat.archive.verify;

import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.persistentchat.archive.proof.SealedChunk;

/** Writes an archive as lines of JSON, with all that a verifier needs but the keys. */
public final class ArchiveExport {

    private ArchiveExport() {}

    /** What was written. */
    public record Written(long chunks, long records) {}

    /** Writes everything that {@code source} has in chunks. */
    public static Written write(ArchiveSource source, Writer target) throws SQLException, IOException {
        UUID archive = source.archive().orElseThrow(() -> new IOException("The archive has no chunk yet"));
        line(new ExportLine.Begin(archive), target);
        long chunks = 0;
        long records = 0;
        for (Optional<SealedChunk> next = source.nextChunk(); next.isPresent(); next = source.nextChunk()) {
            line(new ExportLine.Chunk(next.get()), target);
            List<StoredEntry> entries = source.entries(next.get());
            for (StoredEntry entry : entries) {
                line(new ExportLine.Entry(entry), target);
            }
            chunks++;
            records += entries.size();
        }
        line(new ExportLine.End(chunks, records), target);
        return new Written(chunks, records);
    }

    private static void line(ExportLine line, Writer target) throws IOException {
        target.write(ExportLine.Codec.write(line));
        target.write('\n');
    }

    /** The line of one entry, without its end. */
    public static String line(StoredEntry entry) {
        return ExportLine.Codec.write(new ExportLine.Entry(entry));
    }

    /**
     * The entry of a line.
     *
     * @throws IOException when it is no line of an entry
     */
    static StoredEntry entry(String line) throws IOException {
        if (ExportLine.Codec.read(line) instanceof ExportLine.Entry entry) {
            return entry.stored();
        }
        throw new IOException("Not the line of a record");
    }
}
