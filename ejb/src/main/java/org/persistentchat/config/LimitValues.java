package org.persistentchat.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value for each {@link ConfigurationKey}; immutable. */
public final class LimitValues {
    /** What holds where nothing is configured. */
    public static final LimitValues DEFAULT = defaults();

    private final EnumMap<ConfigurationKey, Integer> values;

    private LimitValues(EnumMap<ConfigurationKey, Integer> values) {
        this.values = values;
    }

    private static LimitValues defaults() {
        EnumMap<ConfigurationKey, Integer> values = new EnumMap<>(ConfigurationKey.class);
        for (ConfigurationKey key : ConfigurationKey.values()) {
            values.put(key, key.otherwise());
        }
        return new LimitValues(values);
    }

    public int get(ConfigurationKey key) {
        return Objects.requireNonNull(values.get(key));
    }

    /** These, but for one. */
    public LimitValues with(ConfigurationKey key, int value) {
        return with(Map.of(key, value));
    }

    /** These, but for some. */
    public LimitValues with(Map<ConfigurationKey, Integer> others) {
        EnumMap<ConfigurationKey, Integer> changed = new EnumMap<>(values);
        others.forEach((key, value) -> {
            if (!key.allows(value)) {
                throw new IllegalArgumentException(
                        key.property() + " is " + value + ", but must be from " + key.least() + " to " + key.most());
            }
            changed.put(key, value);
        });
        return new LimitValues(changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LimitValues limits && values.equals(limits.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
}
