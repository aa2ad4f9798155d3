package org.persistentchat.archive.retention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.persistentchat.archive.ArchiveDatabaseFixture;
import org.persistentchat.archive.proof.SigningKey;
import org.persistentchat.archive.seal.Sealer;
import org.persistentchat.archive.verify.ArchiveExport;
import org.persistentchat.archive.verify.ArchiveVerifier;
import org.persistentchat.archive.verify.DatabaseSource;
import org.persistentchat.archive.verify.ExportSource;
import org.persistentchat.archive.verify.TrustedKeys;
import org.persistentchat.archive.verify.Verdict;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedPerson;
import org.persistentchat.compliance.record.RecordedRoom;
import org.persistentchat.expiry.Expired;
import org.persistentchat.expiry.ExpiryOrder;

/** An archive in which time passes: a record a day in each room. */
final class AgedArchive {
    static final Instant BEGIN = Instant.parse("2026-01-01T12:00:00Z");
    static final String RULE = "global, 30 days";

    final ArchiveDatabaseFixture database = new ArchiveDatabaseFixture();
    final SigningKey key = SigningKey.generate();
    private final TrustedKeys keys = new TrustedKeys(List.of(key.verifying()));
    private Instant now = BEGIN;
    private long number;

    /** Days pass; each of {@code rooms} gets a record on each, and they are sealed. */
    AgedArchive pass(int days, String... rooms) throws SQLException {
        for (int day = 0; day < days; day++) {
            List<ComplianceRecord> said = new ArrayList<>();
            for (String room : rooms) {
                said.add(record(RecordKind.POST, room, "line of day " + day));
            }
            store(said);
            now = now.plus(Duration.ofDays(1));
        }
        return this;
    }

    void store(List<ComplianceRecord> records) throws SQLException {
        database.store(records);
        new Sealer(database.dataSource(), key, () -> now).seal();
    }

    ComplianceRecord record(RecordKind kind, String room, String content) {
        number++;
        return new ComplianceRecord(
                new UUID(now.toEpochMilli() << 16 | 0x7000, number),
                kind,
                now,
                new RecordedRoom(room, room, room.isEmpty() ? "" : "General"),
                room.isEmpty() ? 0 : number,
                new RecordedPerson("ana", "Ana", null, true),
                "node-1",
                content);
    }

    Instant now() {
        return now;
    }

    Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }

    /** Removes what is older than so many days of a room, as far as the bound allows, step by step. */
    long expire(String room, int days, Predicate<ComplianceRecord> held) throws SQLException {
        ExpiryBound bound = new ExpiryBound(() -> Long.MAX_VALUE, () -> now);
        ExpiryOrder order = new ExpiryOrder(room, daysAgo(days), RULE, ExpiryOrder.Place.BEGIN);
        RecordExpiry expiry = new RecordExpiry(database.dataSource(), key, () -> now, "node-1");
        long gone = 0;
        while (true) {
            Expired step = expiry.expire(order, held, through(bound));
            gone += step.records();
            if (step.next() == null) {
                return gone;
            }
            order = order.from(step.next());
        }
    }

    private long through(ExpiryBound bound) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return bound.through(connection);
        }
    }

    void tamper(String... statements) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    Verdict verify() throws SQLException, IOException {
        try (DatabaseSource source = new DatabaseSource(database.dataSource().getConnection())) {
            return new ArchiveVerifier(keys, List.of()).verify(source);
        }
    }

    Verdict verify(DatabaseSource source) throws SQLException, IOException {
        return new ArchiveVerifier(keys, List.of()).verify(source);
    }

    Verdict verifyExport() throws SQLException, IOException {
        StringWriter text = new StringWriter();
        try (DatabaseSource source = new DatabaseSource(database.dataSource().getConnection())) {
            ArchiveExport.write(source, text);
        }
        try (ExportSource source = new ExportSource(new BufferedReader(new StringReader(text.toString())))) {
            return new ArchiveVerifier(keys, List.of()).verify(source);
        }
    }

    /** Positions whose records are there. */
    List<Long> positions() throws SQLException {
        return database
                .query("SELECT e.position FROM archive_entry e JOIN compliance_record r ON r.record_id = e.record_id"
                        + " ORDER BY e.position")
                .stream()
                .map(Long::valueOf)
                .toList();
    }
}
