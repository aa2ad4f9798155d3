package org.persistentchat.verifier;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.h2.jdbcx.JdbcDataSource;
import org.persistentchat.archive.Archive;
import org.persistentchat.archive.proof.SigningKey;
import org.persistentchat.archive.seal.Sealer;
import org.persistentchat.archive.verify.ArchiveExport;
import org.persistentchat.archive.verify.ArchiveSource;
import org.persistentchat.archive.verify.ArchiveVerifier;
import org.persistentchat.archive.verify.DatabaseSource;
import org.persistentchat.archive.verify.ExportSource;
import org.persistentchat.archive.verify.TrustedKeys;
import org.persistentchat.archive.verify.Verdict;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordIds;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedPerson;
import org.persistentchat.compliance.record.RecordedRoom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes an archive in an H2 database, and measures how long it takes to store, seal, export and verify it. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description = "Makes an archive of so many records and measures what is done with it.")
final class BenchmarkCommand implements Callable<Integer> {

    private static final int BATCH = 1_000;
    private static final List<String> SCHEMA =
            List.of("V001__compliance_record.sql", "V002__messages.sql", "V003__order_and_chain.sql");

    @Option(names = "--records", defaultValue = "1000000", description = "How many; 1,000,000 if not given.")
    int records = 1_000_000;

    @Option(names = "--directory", required = true, description = "An empty directory for database and export.")
    Path directory = Path.of("benchmark");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws SQLException, IOException {
        Files.createDirectories(directory);
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + directory.toAbsolutePath().resolve("archive") + ";MODE=MSSQLServer");
        try (Connection open = database.getConnection()) { // keeps the database open
            create(open);
            measure("stored, by one writer", () -> store(database));
            SigningKey key = SigningKey.generate();
            measure("sealed", () -> seal(new Sealer(database, key, Clock.systemUTC())));
            TrustedKeys keys = new TrustedKeys(List.of(key.verifying()));
            measure("verified in the database", () -> verify(new DatabaseSource(database.getConnection()), keys));
            Path file = directory.resolve("archive.jsonl");
            measure("exported", () -> export(database, file));
            measure("verified in the export", () -> verify(ExportSource.of(file), keys));
        }
        return 0;
    }

    private static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String script : SCHEMA) {
                statement.execute("RUNSCRIPT FROM 'classpath:db/compliance/" + script + "'");
            }
        }
    }

    /** A part of the measurement. */
    private interface Step {
        void run() throws SQLException, IOException;
    }

    private void measure(String what, Step step) throws SQLException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        long begun = System.nanoTime();
        step.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        out.printf("%,d records %s: %.1f s, %,.0f a second%n", records, what, seconds, records / seconds);
        out.flush();
    }

    private void store(JdbcDataSource database) throws SQLException {
        Archive archive = new Archive(database);
        RecordIds ids = new RecordIds();
        for (int from = 0; from < records; from += BATCH) {
            List<ComplianceRecord> batch = new ArrayList<>();
            for (int number = from; number < Math.min(records, from + BATCH); number++) {
                batch.add(record(ids, number));
            }
            archive.store(batch);
        }
    }

    private static ComplianceRecord record(RecordIds ids, int number) {
        int room = number % 1_000;
        return new ComplianceRecord(
                ids.next(),
                RecordKind.POST,
                Instant.now(),
                new RecordedRoom("room" + room, "Room number " + room, "General"),
                1 + number / 1_000,
                new RecordedPerson("person" + number % 500, "Person " + number % 500, "person@example.org", true),
                "server-1",
                "Message " + number + " is about as long as what people say to each other in a room, which is short.");
    }

    private static void seal(Sealer sealer) throws SQLException {
        while (sealer.seal().isPresent()) {
            // the next chunk
        }
    }

    private static void export(JdbcDataSource database, Path file) throws SQLException, IOException {
        try (ArchiveSource source = new DatabaseSource(database.getConnection());
                Writer writer = ExportCommand.writer(file)) {
            ArchiveExport.write(source, writer);
        }
    }

    private void verify(ArchiveSource source, TrustedKeys keys) throws SQLException, IOException {
        try (source) {
            Verdict verdict = new ArchiveVerifier(keys, List.of()).verify(source);
            if (!verdict.isUntouched() || verdict.records() != records) {
                throw new IOException("The archive that was just made is not right: " + verdict.findings());
            }
        }
    }
}
