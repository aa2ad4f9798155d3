package org.persistentchat.archive.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.persistentchat.archive.adapter.Conversations;
import org.persistentchat.archive.adapter.csv.CsvRecords;
import org.persistentchat.archive.proof.SigningKey;
import org.persistentchat.archive.verify.ArchiveExport;
import org.persistentchat.archive.verify.PackageSignature;
import org.persistentchat.archive.verify.PackageVerifier;
import org.persistentchat.archive.verify.ProofReader;
import org.persistentchat.archive.verify.StoredEntry;
import org.persistentchat.compliance.adapter.Conversation;

/**
 * Writes packages. Records go through a temporary file; in memory are their positions and hashes, and the leaves of one chunk. The archive is read in small
 * pages, and no cursor stays open.
 */
public final class PackageWriter {

    private final DataSource database;
    private final SigningKey key;

    public PackageWriter(DataSource database, SigningKey key) {
        this.database = database;
        this.key = key;
    }

    /** Writes the records at {@code positions}, which are sorted, and closes {@code out}. Returns how many the archive has there; others are left out. */
    public int write(PackageLabel label, List<Long> positions, OutputStream out) throws SQLException, IOException {
        try (ZipFiles zip = new ZipFiles(out);
                Connection connection = database.getConnection();
                Conversations conversations = new Conversations()) {
            ProofReader archive = new ProofReader(connection);
            UUID identity = archive.archive().orElseThrow(() -> new IOException("The archive has no chunk yet"));
            Manifest manifest = new Manifest(identity, label);
            try (Writer file = text(zip, PackageVerifier.RECORDS)) {
                records(file, archive, positions, manifest, conversations);
            }
            List<Conversation> rooms = manifest.hasRecords() ? conversations.complete() : List.of();
            try (CsvRecords csv = new CsvRecords(zip.begin("records.csv"))) {
                for (Conversation room : rooms) {
                    csv.write(room);
                }
            }
            try (Writer file = text(zip, "conversations.html")) {
                new PackageHtml(file).write(label, rooms);
            }
            try (Writer file = text(zip, "README.txt")) {
                file.write(PackageLabel.README);
            }
            List<ZipFiles.Written> files = zip.written();
            try (Writer file = text(zip, PackageVerifier.MANIFEST)) {
                manifest.write(file, files, archive);
            }
            try (Writer file = text(zip, PackageVerifier.SIGNATURE)) {
                byte[] hash = zip.written().get(files.size()).sha256();
                file.write(PackageSignature.of(hash, key).json());
            }
            return manifest.size();
        }
    }

    private static Writer text(ZipFiles zip, String name) throws IOException {
        return new OutputStreamWriter(zip.begin(name), UTF_8);
    }

    private static void records(
            Writer file, ProofReader archive, List<Long> positions, Manifest manifest, Conversations conversations)
            throws SQLException, IOException {
        for (int from = 0; from < positions.size(); from += ProofReader.SOME) {
            int to = Math.min(positions.size(), from + ProofReader.SOME);
            for (StoredEntry entry : archive.entries(positions.subList(from, to))) {
                file.write(ArchiveExport.line(entry));
                file.write('\n');
                manifest.add(entry);
                if (entry.record() != null) {
                    conversations.add(entry.record());
                }
            }
        }
    }
}
