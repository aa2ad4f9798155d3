package org.persistentchat.reconfiguration;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.persistentchat.config.ConfigurationKey;
import org.persistentchat.config.LimitValues;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** The values of the table's texts, and what goes together. */
final class StoredValues {
    private StoredValues() {}

    /** The values in {@code settings}. What this version of the product does not know or allow does not count; the log says so. */
    static Map<ConfigurationKey, Integer> of(Map<String, String> settings) {
        Map<ConfigurationKey, Integer> values = new EnumMap<>(ConfigurationKey.class);
        settings.forEach((name, text) -> {
            ConfigurationKey key = ConfigurationKey.named(name).orElse(null);
            Integer value = key == null ? null : number(text);
            if (key == null || value == null || !key.allows(value)) {
                ReconfigurationLog.LOG.notTaken(name, text);
            } else {
                values.put(key, value);
            }
        });
        return values;
    }

    private static @Nullable Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** Refuses values that contradict each other. */
    static void check(LimitValues values) {
        int page = values.get(ConfigurationKey.HISTORY_PAGE);
        if (values.get(ConfigurationKey.DEFAULT_CHAT_HISTORY) > page) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD, "\"DefaultChatHistory\" must not be larger than \"HistoryPage\".", page);
        }
    }
}
