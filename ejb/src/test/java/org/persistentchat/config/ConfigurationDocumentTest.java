package org.persistentchat.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.persistentchat.compliance.ComplianceSettings;

/** The document lists every setting with the default that holds. */
class ConfigurationDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/configuration.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `(persistentchat\\.[a-z0-9.-]+)` \\| ([^|]+) \\| (?:`([^`]*)`|none) \\| ([^|]+) \\|");
    private static final Pattern TABLE = Pattern.compile("(?m)^\\| Key \\| Property(?:.*\\n)(?:\\|.*\\n)+|^TABLE\\n");
    private static final Pattern INJECTED =
            Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?");
    private static final Pattern IN_SCRIPT = Pattern.compile("\\$\\{(persistentchat\\.[a-z0-9.-]+)(?::([^${}]*)})?");

    /** Defaults by key; a setting without one has an empty text. */
    private final Map<String, String> documented = new LinkedHashMap<>();

    ConfigurationDocumentTest() throws IOException {
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String otherwise = row.group(3) == null ? "" : row.group(3);
                assertThat(documented.put(row.group(1), otherwise))
                        .as("listed twice: " + row.group(1))
                        .isNull();
            } else {
                assertThat(line).as("a row that is not understood").doesNotStartWith("| `persistentchat.");
            }
        }
    }

    /** Run with {@code -Dpersistentchat.write-documents=true} it writes the table instead of comparing it. */
    @Test
    void theTableOfWhatIsConfiguredWhileServersRunIsThatOfTheKeys() throws IOException {
        String document = Files.readString(DOCUMENT);
        String table = ConfigurationTableText.ofKeys();
        if (Boolean.getBoolean("persistentchat.write-documents")) {
            Files.writeString(DOCUMENT, TABLE.matcher(document).replaceFirst(Matcher.quoteReplacement(table)));
        } else {
            assertThat(document).contains(table);
        }
    }

    @Test
    void aValueOfTheInstallationIsRead() {
        DocumentedConfig config = new DocumentedConfig(Map.of(
                ConfigurationKey.BODY_CHARACTERS.property(), "77", ConfigurationKey.CHAT_ENABLED.property(), "false"));
        ChatLimits limits = new ChatLimits(Settings.values(config));
        assertThat(limits.bodyCharacters()).isEqualTo(77);
        assertThat(limits.chatEnabled()).isFalse();
        assertThat(limits.keyCharacters()).isEqualTo(64);
    }

    @Test
    void theDocumentListsTheSettingsOfComplianceWithTheirDefaults() {
        DocumentedConfig config = new DocumentedConfig(documented);
        assertThat(ComplianceSettings.of(config)).isEqualTo(ComplianceSettings.DEFAULT);
        assertThat(documented.keySet()).containsAll(config.asked());
    }

    @Test
    void everySettingThatIsInjectedIsListedWithItsDefault() {
        Map<String, String> injected = found(INJECTED, ".java", "ejb", "web", "compliance-mdb");
        assertThat(injected).containsKey("persistentchat.embedded");
        assertThat(documented).containsAllEntriesOf(injected);
    }

    @Test
    void everySettingOfTheServersScriptsIsListed() {
        Map<String, String> inScripts = found(IN_SCRIPT, ".cli", "wildfly-config");
        assertThat(documented.keySet()).containsAll(inScripts.keySet());
    }

    @Test
    void nothingIsListedThatNobodyReads() {
        Set<String> read = new TreeSet<>();
        DocumentedConfig config = new DocumentedConfig(Map.of());
        ComplianceSettings.of(config);
        read.addAll(config.asked());
        read.addAll(found(INJECTED, ".java", "ejb", "web", "compliance-mdb").keySet());
        read.addAll(found(IN_SCRIPT, ".cli", "wildfly-config").keySet());
        assertThat(read).containsAll(documented.keySet());
    }

    private static Map<String, String> found(Pattern pattern, String ending, String... modules) {
        Map<String, String> found = new TreeMap<>();
        for (String module : modules) {
            for (Path file : sources(Path.of("..", module), ending)) {
                Matcher match = pattern.matcher(read(file));
                while (match.find()) {
                    found.put(match.group(1), match.group(2) == null ? "" : match.group(2));
                }
            }
        }
        return found;
    }

    private static List<Path> sources(Path module, String ending) {
        Predicate<Path> written = file -> Stream.of("target", "test", "node_modules")
                .noneMatch(folder -> file.toString().contains("/" + folder + "/"));
        try (Stream<Path> files = Files.walk(module)) {
            return files.filter(written)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
