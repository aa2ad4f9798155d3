package org.persistentchat.archive.adapter;

import java.util.Map;
import java.util.Optional;
import org.persistentchat.compliance.adapter.AdapterOptions;

/** Options of a test. */
record Options(String name, Map<String, String> values) implements AdapterOptions {

    @Override
    public Optional<String> text(String option) {
        return Optional.ofNullable(values.get(option));
    }
}
