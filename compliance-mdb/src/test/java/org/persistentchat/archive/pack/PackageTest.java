package org.persistentchat.archive.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.persistentchat.archive.proof.SigningKey;
import org.persistentchat.archive.verify.Finding;
import org.persistentchat.archive.verify.TrustedKeys;
import org.persistentchat.archive.verify.Verdict;

/** A package says what it was made of; what somebody does to it is found and named. */
class PackageTest {

    private static final List<String> FILES = List.of(
            "records.jsonl", "records.csv", "conversations.html", "README.txt", "manifest.jsonl", "manifest.sig.json");

    private final SealedCase sealed = new SealedCase();
    private final Map<String, byte[]> files = SealedCase.files(sealed.bytes);

    PackageTest() throws SQLException, IOException {}

    private String text(String file) {
        return new String(files.get(file), UTF_8);
    }

    /** The package with one file changed line by line. */
    private byte[] with(String file, UnaryOperator<List<String>> change) throws IOException {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        List<String> lines =
                change.apply(new ArrayList<>(Arrays.asList(text(file).split("\n"))));
        changed.put(file, (String.join("\n", lines) + "\n").getBytes(UTF_8));
        return SealedCase.zip(changed);
    }

    private List<String> findings(byte[] zip) throws IOException {
        return sealed.verify(zip).findings().stream().map(Finding::toString).toList();
    }

    @Test
    void anUntouchedPackageIsVerifiedWithAllItsRecords() throws IOException {
        assertThat(files.keySet()).containsExactlyElementsOf(FILES);
        Verdict verdict = sealed.verify(sealed.bytes);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.records()).isEqualTo(SealedCase.PICKED.size());
        assertThat(verdict.chunks()).isEqualTo(4);
    }

    @Test
    void thePageShowsRoomsTimesEditsAndRunsNothing() {
        String page = text("conversations.html");
        assertThat(page)
                .contains("<h2 id=\"r0\">Room &lt;0&gt;</h2>", "2026-03-01T12:00:00.008Z", "default-src 'none'")
                .contains(
                        "<del class=\"what\"><bdi>before 7</bdi></del>", "<ins class=\"what\"><bdi>line 7</bdi></ins>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "\\u{202e}evil\\u{0}")
                .doesNotContain("<script", "<img", "Ana </strong>", "\u202e");
    }

    @Test
    void aRecordThatIsChangedRemovedAddedOrMovedIsNamed() throws IOException {
        assertThat(findings(with("records.jsonl", lines -> {
                    lines.set(2, lines.get(2).replace("line 7", "line 8"));
                    return lines;
                })))
                .anyMatch(found -> found.startsWith("RECORD_CHANGED position 7"))
                .anyMatch(found -> found.equals("FILE_CHANGED: records.jsonl"));
        assertThat(findings(with("records.jsonl", lines -> {
                    lines.remove(3);
                    return lines;
                })))
                .anyMatch(found -> found.startsWith("RECORD_REMOVED") && found.contains("position 8"));
        assertThat(findings(with("records.jsonl", lines -> {
                    lines.add(lines.get(0));
                    return lines;
                })))
                .anyMatch(found -> found.startsWith("RECORD_MOVED position 2"));
        assertThat(findings(with("records.jsonl", lines -> {
                    Collections.swap(lines, 0, 1);
                    return lines;
                })))
                .anyMatch(found -> found.startsWith("RECORD_MOVED position 2"));
        assertThat(findings(with("records.jsonl", lines -> {
                    lines.set(0, lines.get(0).replace("\"position\":2", "\"position\":1"));
                    return lines;
                })))
                .anyMatch(found -> found.startsWith("RECORD_INSERTED position 1"));
    }

    @Test
    void aFileThatIsChangedRemovedAddedOrMovedIsNamed() throws IOException {
        for (String file : FILES.subList(1, 4)) {
            Map<String, byte[]> less = new LinkedHashMap<>(files);
            less.remove(file);
            assertThat(findings(SealedCase.zip(less))).contains("FILE_REMOVED: " + file);
            assertThat(findings(with(file, lines -> {
                        lines.add("more");
                        return lines;
                    })))
                    .containsExactly("FILE_CHANGED: " + file);
        }
        Map<String, byte[]> more = new LinkedHashMap<>(files);
        more.put("evil.html", new byte[] {1});
        assertThat(findings(SealedCase.zip(more))).containsExactly("FILE_ADDED: evil.html");
        Map<String, byte[]> moved = new LinkedHashMap<>();
        List<String> order = new ArrayList<>(files.keySet());
        Collections.swap(order, 1, 2);
        order.forEach(name -> moved.put(name, files.get(name)));
        assertThat(findings(SealedCase.zip(moved))).singleElement().asString().startsWith("FILE_MOVED");
    }

    @Test
    void aManifestThatIsChangedIsNotWhatWasSigned() throws IOException {
        int lines = text("manifest.jsonl").split("\n").length;
        for (int at = 0; at < lines; at++) {
            int line = at;
            assertThat(findings(with("manifest.jsonl", all -> {
                        all.remove(line);
                        return all;
                    })))
                    .as("without line " + line)
                    .anyMatch(found -> found.startsWith("MANIFEST: it is not what was signed"));
        }
    }

    @Test
    void aPackageThatIsSignedAgainWithAnotherKeyIsFound() throws IOException, SQLException {
        SigningKey another = SigningKey.generate();
        assertThat(findings(sealed.made(another)))
                .singleElement()
                .asString()
                .contains("not signed with a trusted key", another.id());
        Verdict unchecked = SealedCase.verify(sealed.made(another), new TrustedKeys(List.of()));
        assertThat(unchecked.findings()).isEmpty(); // without a key nobody knows
    }

    @Test
    void aRecordThatTheArchiveDoesNotHaveLeadsToNoChunk() throws SQLException, IOException {
        try (Connection connection = sealed.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE archive_entry SET leaf = HASH('SHA-256', 'x') WHERE position = 14");
        }
        assertThat(findings(sealed.made(sealed.key)))
                .anyMatch(found -> found.startsWith("CHUNK_CONTENT") && found.contains("position 14"));
    }

    @Test
    void anErasedRecordIsProvedByItsHash() throws SQLException, IOException {
        try (Connection connection = sealed.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM compliance_record WHERE content = 'line 9'");
        }
        byte[] made = sealed.made(sealed.key);
        assertThat(sealed.verify(made).findings()).isEmpty();
        assertThat(new String(SealedCase.files(made).get("records.jsonl"), UTF_8))
                .contains("\"removed\":");
    }

    @Test
    void everyByteThatIsChangedIsFoundOrChangesNoFile() throws IOException {
        SplittableRandom random = new SplittableRandom(20_261_126);
        for (int round = 0; round < 400; round++) {
            byte[] zip = sealed.bytes.clone();
            int at = random.nextInt(zip.length);
            zip[at] ^= (byte) (1 + random.nextInt(255));
            if (sealed.verify(zip).isUntouched()) {
                assertThat(content(zip)).as("byte " + at).isEqualTo(content(sealed.bytes));
            }
        }
    }

    private static Map<String, String> content(byte[] zip) throws IOException {
        Map<String, String> content = new LinkedHashMap<>();
        SealedCase.files(zip)
                .forEach((name, bytes) -> content.put(name, new String(bytes, StandardCharsets.ISO_8859_1)));
        return content;
    }

    @Test
    void whatIsCutOffOrPutAroundIsFound() throws IOException {
        for (int length : new int[] {0, 10, sealed.bytes.length / 2, sealed.bytes.length - 1}) {
            assertThat(sealed.verify(Arrays.copyOf(sealed.bytes, length)).isUntouched())
                    .as("length " + length)
                    .isFalse();
        }
        byte[] before = new byte[sealed.bytes.length + 3];
        System.arraycopy(sealed.bytes, 0, before, 3, sealed.bytes.length);
        assertThat(sealed.verify(before).isUntouched()).isFalse();
    }
}
