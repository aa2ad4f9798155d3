package org.persistentchat.compliance.adapter;

import java.util.Optional;

/** How one adapter is configured. */
public interface AdapterOptions {

    /** The adapter's own name, under which its progress is kept. */
    String name();

    /** The value of {@code persistentchat.compliance.adapter.NAME.option}, if it has one. */
    Optional<String> text(String option);

    /** Whether the option says {@code true}. */
    default boolean flag(String option) {
        return text(option).map(Boolean::parseBoolean).orElse(false);
    }
}
