package org.persistentchat.archive.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.persistentchat.archive.ArchiveDatabaseFixture;
import org.persistentchat.archive.Records;
import org.persistentchat.archive.proof.Checkpoint;
import org.persistentchat.archive.proof.SigningKey;
import org.persistentchat.archive.seal.Sealer;

/** A small archive: chunks of 1, 2, 3... records, sealed, with what its owner keeps elsewhere. */
final class SealedArchive {

    static final int CHUNKS = 6;
    static final int RECORDS = CHUNKS * (CHUNKS + 1) / 2;

    final ArchiveDatabaseFixture database = new ArchiveDatabaseFixture();
    final SigningKey key = SigningKey.generate();
    final TrustedKeys keys = new TrustedKeys(List.of(key.verifying()));
    private final List<Checkpoint> checkpoints = new ArrayList<>();

    SealedArchive() throws SQLException {
        Sealer sealer =
                new Sealer(database.dataSource(), key, InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")));
        long first = 1;
        for (int chunk = 1; chunk <= CHUNKS; chunk++) {
            database.store(Records.records(first, first + chunk - 1));
            first += chunk;
            checkpoints.add(sealer.seal().orElseThrow().checkpoint());
        }
    }

    Checkpoint newest() {
        return checkpoints.get(checkpoints.size() - 1);
    }

    ArchiveVerifier verifier() {
        return new ArchiveVerifier(keys, List.of(newest()));
    }

    Verdict verify() throws SQLException, IOException {
        try (DatabaseSource source = new DatabaseSource(database.dataSource().getConnection())) {
            return verifier().verify(source);
        }
    }

    String export() throws SQLException, IOException {
        StringWriter text = new StringWriter();
        try (DatabaseSource source = new DatabaseSource(database.dataSource().getConnection())) {
            ArchiveExport.write(source, text);
        }
        return text.toString();
    }

    Verdict verify(String export) throws SQLException, IOException {
        try (ExportSource source = new ExportSource(new BufferedReader(new StringReader(export)))) {
            return verifier().verify(source);
        }
    }
}
