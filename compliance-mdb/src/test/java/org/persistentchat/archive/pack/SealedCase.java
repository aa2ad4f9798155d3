package org.persistentchat.archive.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.persistentchat.archive.ArchiveDatabaseFixture;
import org.persistentchat.archive.proof.SigningKey;
import org.persistentchat.archive.seal.Sealer;
import org.persistentchat.archive.verify.PackageVerifier;
import org.persistentchat.archive.verify.TrustedKeys;
import org.persistentchat.archive.verify.Verdict;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedMessage;
import org.persistentchat.compliance.record.RecordedPerson;
import org.persistentchat.compliance.record.RecordedRoom;

/** A package of some records of a small archive, whose chunks have 1, 2, 3... records. */
final class SealedCase {

    static final String HOSTILE = "</ins><script>alert(1)</script><img src=x onerror='alert(2)'>\" & \u202eevil\u0000";
    static final List<Long> PICKED = List.of(2L, 3L, 7L, 8L, 9L, 14L, 15L, 21L);

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final PackageLabel LABEL = new PackageLabel("7k3v9x", "The <leak>", "who & what", "officer", NOON);

    final SigningKey key = SigningKey.generate();
    final ArchiveDatabaseFixture database = new ArchiveDatabaseFixture();
    final byte[] bytes;

    SealedCase() throws SQLException, IOException {
        Sealer sealer = new Sealer(database.dataSource(), key, InstantSource.fixed(NOON));
        long next = 1;
        for (int chunk = 1; chunk <= 6; chunk++) {
            for (int one = 0; one < chunk; one++) {
                database.store(List.of(record(next++)));
            }
            sealer.seal();
        }
        bytes = made(key);
    }

    byte[] made(SigningKey by) throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PackageWriter(database.dataSource(), by).write(LABEL, PICKED, out);
        return out.toByteArray();
    }

    private static ComplianceRecord record(long number) {
        boolean edit = number % 7 == 0;
        return new ComplianceRecord(
                new UUID(0x0190_0000_0000_7000L, number),
                edit ? RecordKind.EDIT : RecordKind.POST,
                NOON.plusMillis(number),
                new RecordedRoom("r" + number % 2, "Room <" + number % 2 + ">", "General"),
                number,
                new RecordedPerson("ana", "Ana </strong>", null, number % 3 == 0),
                "node-1",
                number == 8 ? HOSTILE : "line " + number,
                edit ? new RecordedMessage(number - 2, null, "before " + number) : RecordedMessage.NONE);
    }

    Verdict verify(byte[] zip) throws IOException {
        return verify(zip, new TrustedKeys(List.of(key.verifying())));
    }

    static Verdict verify(byte[] zip, TrustedKeys keys) throws IOException {
        Path file = Files.createTempFile("package", ".zip");
        try {
            Files.write(file, zip);
            return new PackageVerifier(keys).verify(file);
        } finally {
            Files.delete(file);
        }
    }

    static Map<String, byte[]> files(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
