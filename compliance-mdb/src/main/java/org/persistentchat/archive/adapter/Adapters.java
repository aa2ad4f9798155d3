package org.persistentchat.archive.adapter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.persistentchat.compliance.adapter.ComplianceAdapter;

/** The adapters as configured: which can be used, and what is wrong with the others. */
final class Adapters {

    private final List<AdapterSetting> settings;
    private final Map<String, ConfiguredAdapter> usable = new TreeMap<>();
    private final Map<String, String> problems = new TreeMap<>();

    Adapters(Function<String, Optional<String>> config, List<String> names, AdapterTypes.Modules modules) {
        settings = AdapterSetting.of(config, names);
        for (AdapterSetting setting : settings) {
            try {
                usable.put(setting.name(), configured(setting, modules));
            } catch (IllegalArgumentException | LinkageError faulty) {
                problems.put(setting.name(), String.valueOf(faulty.getMessage()));
            }
        }
    }

    private static ConfiguredAdapter configured(AdapterSetting setting, AdapterTypes.Modules modules) {
        setting.check();
        ComplianceAdapter adapter = AdapterTypes.create(setting.type(), setting.module(), modules);
        adapter.check(setting);
        return new ConfiguredAdapter(
                adapter, setting, setting.interval(), new OutputDirectory(setting.directory(), setting.name()));
    }

    List<AdapterSetting> settings() {
        return settings;
    }

    Iterable<ConfiguredAdapter> usable() {
        return usable.values();
    }

    Optional<String> problem(String name) {
        return Optional.ofNullable(problems.get(name));
    }
}
