package org.persistentchat.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the installation's own values; one out of range stops the start with the key in the message. */
@ApplicationScoped
public class Settings {

    /** What is configured; the installation's values until the database has been read. */
    @Produces
    @Singleton
    public ChatLimits limits() {
        return new ChatLimits(installed());
    }

    /** The installation's values; the defaults where nothing is set. */
    public LimitValues installed() {
        return values(ConfigProvider.getConfig());
    }

    static LimitValues values(Config config) {
        Map<ConfigurationKey, Integer> set = new EnumMap<>(ConfigurationKey.class);
        for (ConfigurationKey key : ConfigurationKey.values()) {
            if (key.isFlag()) {
                config.getOptionalValue(key.property(), Boolean.class).ifPresent(flag -> set.put(key, flag ? 1 : 0));
            } else {
                config.getOptionalValue(key.property(), Integer.class).ifPresent(number -> set.put(key, number));
            }
        }
        return LimitValues.DEFAULT.with(set);
    }
}
