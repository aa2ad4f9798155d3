package org.persistentchat.archive.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a sealed package. The signature stands for the manifest, the manifest for the files, and each record leads through its chunk to a signature of
 * the archive of its own.
 */
public final class PackageVerifier {

    /** The records, one a line. */
    public static final String RECORDS = "records.jsonl";

    /** The manifest. */
    public static final String MANIFEST = "manifest.jsonl";

    /** The signature of the manifest. */
    public static final String SIGNATURE = "manifest.sig.json";

    private static final int SIGNATURE_BYTES = 10_000;

    private final TrustedKeys keys;
    private final List<Finding> findings = new ArrayList<>();
    private final List<ManifestLine.File> files = new ArrayList<>();
    private final PackageProofs proofs;
    private ManifestLine.@Nullable Begin begin;
    private boolean ended;

    public PackageVerifier(TrustedKeys keys) {
        this.keys = keys;
        this.proofs = new PackageProofs(keys, findings);
    }

    /** Verifies the package in {@code file}. */
    public Verdict verify(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile(), UTF_8)) {
            if (zip.getComment() != null) {
                found(Finding.Kind.FILE_ADDED, "a comment of the package");
            }
            manifest(zip);
            List<PackageFiles.Found> found = PackageFiles.byDirectory(zip);
            compare(found);
            if (!found.equals(PackageFiles.byStream(file))) {
                found(Finding.Kind.FILE_CHANGED, "the package has other files when it is read from its beginning");
            }
            records(zip);
            signature(zip, found);
        } catch (IOException | RuntimeException unreadable) {
            found(Finding.Kind.DAMAGED, "the package cannot be read: " + unreadable.getMessage());
        }
        return new Verdict(proofs.chunks(), proofs.records(), 0, Collections.emptySortedMap(), List.copyOf(findings));
    }

    /** What the package says that it is, once it was verified. */
    public Optional<String> title() {
        return begin == null
                ? Optional.empty()
                : Optional.of("Case " + begin.subject() + " \"" + begin.name() + "\" of archive " + begin.archive()
                        + ", made by " + begin.by() + " at " + Instant.ofEpochMilli(begin.at()));
    }

    private void manifest(ZipFile zip) throws IOException {
        Optional<BufferedReader> lines = open(zip, MANIFEST);
        if (lines.isEmpty()) {
            found(Finding.Kind.FILE_REMOVED, MANIFEST);
            return;
        }
        int number = 0;
        try (BufferedReader reader = lines.get()) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                manifestLine(number, text);
            }
        }
        if (!ended) {
            found(Finding.Kind.MANIFEST, MANIFEST + " is cut off");
        }
    }

    private void manifestLine(int number, String text) {
        try {
            ManifestLine line = ManifestLine.Codec.read(text);
            boolean begins = line instanceof ManifestLine.Begin;
            if (ended || begins != (number == 1)) {
                found(Finding.Kind.MANIFEST, MANIFEST + " line " + number + " is not at its place");
            }
            if (line instanceof ManifestLine.Begin first) {
                begin = first;
            } else if (line instanceof ManifestLine.File file) {
                files.add(file);
            } else if (line instanceof ManifestLine.Chunk chunk) {
                proofs.chunk(chunk.sealed());
            } else if (line instanceof ManifestLine.Proof proof) {
                proofs.proof(proof);
            } else if (line instanceof ManifestLine.End end) {
                ended = true;
                if (end.chunks() != proofs.chunks() || end.records() != proofs.records()) {
                    found(Finding.Kind.MANIFEST, MANIFEST + " does not have as many lines as it had");
                }
            }
        } catch (IOException damaged) {
            found(Finding.Kind.MANIFEST, MANIFEST + " line " + number + ": " + damaged.getMessage());
        }
    }

    private void compare(List<PackageFiles.Found> found) {
        Map<String, ManifestLine.File> listed = new HashMap<>();
        files.forEach(file -> listed.put(file.name(), file));
        Set<String> seen = new HashSet<>();
        List<String> order = new ArrayList<>();
        for (PackageFiles.Found file : found) {
            ManifestLine.File expected = listed.get(file.name());
            if (!seen.add(file.name())) {
                found(Finding.Kind.FILE_ADDED, file.name() + " is there twice");
            } else if (expected != null) {
                order.add(file.name());
                if (expected.bytes() != file.bytes() || !expected.sha256().equals(file.sha256())) {
                    found(Finding.Kind.FILE_CHANGED, file.name());
                }
            } else if (file.name().equals(MANIFEST) || file.name().equals(SIGNATURE)) {
                order.add(file.name());
            } else {
                found(Finding.Kind.FILE_ADDED, file.name());
            }
        }
        List<String> expected = new ArrayList<>();
        for (ManifestLine.File file : files) {
            if (seen.contains(file.name())) {
                expected.add(file.name());
            } else {
                found(Finding.Kind.FILE_REMOVED, file.name());
            }
        }
        List.of(MANIFEST, SIGNATURE).stream().filter(seen::contains).forEach(expected::add);
        if (!order.equals(expected)) {
            found(Finding.Kind.FILE_MOVED, "the order was " + expected + " and is " + order);
        }
    }

    private void records(ZipFile zip) throws IOException {
        Optional<BufferedReader> lines = open(zip, RECORDS);
        if (lines.isEmpty()) {
            return; // compared before
        }
        Set<Long> seen = new HashSet<>();
        int number = 0;
        try (BufferedReader reader = lines.get()) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                try {
                    StoredEntry entry = ArchiveExport.entry(text);
                    proofs.record(entry);
                    seen.add(entry.position());
                } catch (IOException damaged) {
                    found(Finding.Kind.DAMAGED, RECORDS + " line " + number + ": " + damaged.getMessage());
                }
            }
        }
        proofs.end(seen);
    }

    private void signature(ZipFile zip, List<PackageFiles.Found> found) throws IOException {
        ZipEntry entry = zip.getEntry(SIGNATURE);
        if (entry == null) {
            found(Finding.Kind.FILE_REMOVED, SIGNATURE);
            return;
        }
        try (InputStream content = zip.getInputStream(entry)) {
            PackageSignature signature = PackageSignature.parse(new String(content.readNBytes(SIGNATURE_BYTES), UTF_8));
            byte[] hash = found.stream()
                    .filter(file -> file.name().equals(MANIFEST))
                    .findFirst()
                    .map(file -> HexFormat.of().parseHex(file.sha256()))
                    .orElse(new byte[0]);
            if (!keys.none() && !keys.acceptPackage(signature.keyId(), hash, signature.signature())) {
                found(
                        Finding.Kind.MANIFEST,
                        "it is not what was signed, or not signed with a trusted key (it names " + signature.keyId()
                                + ")");
            }
        } catch (IOException damaged) {
            found(Finding.Kind.MANIFEST, SIGNATURE + ": " + damaged.getMessage());
        }
    }

    private static Optional<BufferedReader> open(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null
                ? Optional.empty()
                : Optional.of(new BufferedReader(new InputStreamReader(zip.getInputStream(entry), UTF_8.newDecoder())));
    }

    private void found(Finding.Kind kind, String what) {
        findings.add(new Finding(kind, 0, 0, what));
    }
}
