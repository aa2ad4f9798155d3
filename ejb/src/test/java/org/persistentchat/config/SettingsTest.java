package org.persistentchat.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limits come from the settings, and a wrong one stops the start. */
class SettingsTest {
    private static ChatLimits limits(Map<String, String> settings) {
        return Settings.limits(new DocumentedConfig(settings));
    }

    @Test
    void withoutSettingsTheDefaultsHold() {
        assertThat(limits(Map.of())).isEqualTo(ChatLimits.DEFAULT);
    }

    @Test
    void aSettingChangesItsLimitAndNoOther() {
        ChatLimits changed = limits(Map.of("persistentchat.limits.heartbeat-seconds", "5"));
        assertThat(changed.heartbeat()).isEqualTo(Duration.ofSeconds(5));
        assertThat(changed.bodyCharacters()).isEqualTo(ChatLimits.DEFAULT.bodyCharacters());
    }

    @Test
    void aSettingOutOfRangeIsNamed() {
        assertThatThrownBy(() -> limits(Map.of("persistentchat.limits.history-page", "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("persistentchat.limits.history-page");
    }

    @Test
    void everyLimitHasASettingOfItsOwn() {
        DocumentedConfig config = new DocumentedConfig(Map.of());
        Settings.limits(config);
        assertThat(config.asked()).hasSize(ChatLimits.class.getRecordComponents().length);
        for (String key : config.asked()) {
            assertThat(limits(Map.of(key, "77"))).as(key).isNotEqualTo(ChatLimits.DEFAULT);
        }
    }
}
