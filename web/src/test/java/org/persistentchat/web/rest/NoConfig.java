package org.persistentchat.web.rest;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** A configuration in which nothing is set. */
final class NoConfig implements Config {
    @Override
    public <T> T getValue(String key, Class<T> type) {
        throw new java.util.NoSuchElementException(key);
    }

    @Override
    public ConfigValue getConfigValue(String key) {
        throw new UnsupportedOperationException(key);
    }

    @Override
    public <T> Optional<T> getOptionalValue(String key, Class<T> type) {
        return Optional.empty();
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return List.of();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return List.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new IllegalArgumentException(type.getName());
    }
}
