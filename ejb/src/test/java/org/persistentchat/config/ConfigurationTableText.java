package org.persistentchat.config;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The table of the document, made of the keys. */
final class ConfigurationTableText {
    private static final String HEAD =
            "| Key | Property of the installation | Default | Range | Unit | Effect |\n|---|---|---|---|---|---|\n";

    private ConfigurationTableText() {}

    static String ofKeys() {
        return Arrays.stream(ConfigurationKey.values())
                .map(ConfigurationTableText::row)
                .collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static String row(ConfigurationKey key) {
        String otherwise = key.isFlag() ? String.valueOf(key.otherwise() != 0) : String.valueOf(key.otherwise());
        String range = key.isFlag() ? "" : key.least() + " to " + key.most();
        return "| `%s` | `%s` | `%s` | %s | %s | %s |"
                .formatted(key.key(), key.property(), otherwise, range, key.unit(), key.effect());
    }
}
