package org.persistentchat.archive.adapter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.persistentchat.compliance.adapter.AdapterOptions;

/** One adapter as it is configured: {@code persistentchat.compliance.adapter.NAME.*}. */
final class AdapterSetting implements AdapterOptions {

    private static final String PREFIX = "persistentchat.compliance.adapter.";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final long USUAL_MINUTES = 15;

    private final Function<String, Optional<String>> config;
    private final String name;

    private AdapterSetting(Function<String, Optional<String>> config, String name) {
        this.config = config;
        this.name = name;
    }

    /** The adapters of these names; {@code config} tells a property. */
    static List<AdapterSetting> of(Function<String, Optional<String>> config, List<String> names) {
        return names.stream()
                .map(String::strip)
                .distinct()
                .sorted()
                .map(name -> new AdapterSetting(config, name))
                .toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> text(String option) {
        return config.apply(PREFIX + name + "." + option);
    }

    /** The kind of adapter; one that is called like a kind needs no word about it. */
    String type() {
        return text("type").orElse(name);
    }

    Optional<String> module() {
        return text("module");
    }

    /** Where the files go. */
    Path directory() {
        String data = config.apply("jboss.server.data.dir").orElse(".");
        return text("directory").map(Path::of).orElseGet(() -> Path.of(data, "compliance", "export", name));
    }

    /** The interval between runs, whatever is allowed. */
    Duration interval() {
        return text("interval-minutes")
                .map(minutes -> Duration.ofMinutes(Long.parseLong(minutes)))
                .orElse(Duration.ofMinutes(USUAL_MINUTES));
    }

    /**
     * What holds for all kinds of adapters.
     *
     * @throws IllegalArgumentException when it is not kept
     */
    void check() {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A name has up to 64 of a-z, 0-9 and -: " + name);
        }
        if (interval().compareTo(SHORTEST) < 0 || interval().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("interval-minutes is from 1 to " + LONGEST.toMinutes());
        }
    }
}
