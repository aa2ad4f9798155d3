package org.persistentchat.archive.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.persistentchat.archive.SampleArchive;
import org.persistentchat.compliance.adapter.AdapterOptions;
import org.persistentchat.compliance.adapter.ComplianceAdapter;
import org.persistentchat.compliance.adapter.Conversation;
import org.persistentchat.compliance.adapter.OutputFiles;
import org.persistentchat.compliance.adapter.Slice;

/** Adapters as they are configured, our own and those of a module. */
class AdaptersTest {

    private static final String SERVICE = "META-INF/services/" + ComplianceAdapter.class.getName();
    private static final AdapterTypes.Modules NO_MODULES = module -> {
        throw new IllegalArgumentException("There is no module " + module);
    };

    @TempDir
    Path folder;

    private final Map<String, String> values = new HashMap<>();

    private Adapters adapters(AdapterTypes.Modules modules, String... names) {
        return new Adapters(property -> Optional.ofNullable(values.get(property)), List.of(names), modules);
    }

    private void set(String key, String value) {
        values.put("persistentchat.compliance.adapter." + key, value);
    }

    private static List<String> usable(Adapters adapters) {
        return StreamSupport.stream(adapters.usable().spliterator(), false)
                .map(adapter ->
                        adapter.options().name() + " " + adapter.adapter().type() + " " + adapter.interval())
                .toList();
    }

    @Test
    void aNameThatIsATypeNeedsNothingElse() {
        assertThat(usable(adapters(NO_MODULES, "xml", "csv", "eml")))
                .containsExactly("csv csv PT15M", "eml eml PT15M", "xml xml PT15M");
    }

    @Test
    void severalOfATypeHaveNamesAndSchedulesOfTheirOwn() {
        set("daily.type", "csv");
        set("daily.interval-minutes", "1440");
        set("often.type", "csv");
        set("often.interval-minutes", "1");
        assertThat(usable(adapters(NO_MODULES, "daily", "often"))).containsExactly("daily csv PT24H", "often csv PT1M");
    }

    @Test
    void whatIsFaultySaysWhyAndHoldsUpNoOther() {
        set("a.type", "none");
        set("b.type", "csv");
        set("b.interval-minutes", "43201");
        set("c.type", "csv");
        set("c.interval-minutes", "often");
        set("d.type", "csv");
        set("d.module", "com.example.absent");
        Adapters adapters = adapters(NO_MODULES, "a", "b", "c", "d", "Name", "csv");
        assertThat(usable(adapters)).containsExactly("csv csv PT15M");
        assertThat(adapters.problem("a")).hasValue("There is no adapter of type none");
        assertThat(adapters.problem("b")).hasValue("interval-minutes is from 1 to 43200");
        assertThat(adapters.problem("c").orElseThrow()).contains("often");
        assertThat(adapters.problem("d").orElseThrow()).contains("com.example.absent");
        assertThat(adapters.problem("Name").orElseThrow()).contains("a-z");
    }

    @Test
    void anAdapterOfAModuleExportsWithOptionsOfItsOwn() throws Exception {
        Path services = folder.resolve("module").resolve(SERVICE);
        Files.createDirectories(services.getParent());
        Files.writeString(services, CountingAdapter.class.getName());
        set("counts.type", "counting");
        set("counts.module", "com.example.counting");
        set("counts.directory", folder.resolve("counts").toString());
        set("counts.unit", "records");
        URL[] module = {folder.resolve("module").toUri().toURL()};
        try (URLClassLoader classes = new URLClassLoader(module, getClass().getClassLoader())) {
            Adapters adapters = adapters(name -> classes, "counts");
            assertThat(adapters.problem("counts")).isEmpty();
            SampleArchive archive = new SampleArchive();
            archive.append(new Talk(3).next(25, Duration.ofSeconds(1)));
            for (ConfiguredAdapter adapter : adapters.usable()) {
                new AdapterRun(
                                adapter,
                                new SliceReader(archive.reader(), adapter.interval()),
                                new ProgressTable(archive.database()),
                                new Leases(archive.database(), "node-1"),
                                () -> Talk.BEGIN.plus(Duration.ofDays(1)),
                                () -> false)
                        .run();
            }
        }
        Path counted = new AdaptersFixture(new SampleArchive(), folder.resolve("counts"))
                .files()
                .get(0);
        assertThat(Files.readString(counted)).isEqualTo("25 records");
    }

    /** A sample of an own adapter. */
    public static final class CountingAdapter implements ComplianceAdapter {
        @Override
        public String type() {
            return "counting";
        }

        @Override
        public void export(Slice slice, AdapterOptions options, OutputFiles files) throws IOException {
            long records = 0;
            for (Conversation conversation : slice.conversations()) {
                records += conversation.size();
            }
            try (Writer out = new OutputStreamWriter(files.create("count_" + slice.name() + ".txt"), UTF_8)) {
                out.write(records + " " + options.text("unit").orElse(""));
            }
        }
    }
}
