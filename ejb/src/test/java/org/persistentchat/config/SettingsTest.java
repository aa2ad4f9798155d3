package org.persistentchat.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The installation's values come from the settings, and a wrong one stops the start. */
class SettingsTest {
    private static LimitValues values(Map<String, String> settings) {
        return Settings.values(new DocumentedConfig(settings));
    }

    @Test
    void withoutSettingsTheDefaultsHold() {
        assertThat(values(Map.of())).isEqualTo(LimitValues.DEFAULT);
    }

    @Test
    void aSettingChangesItsValueAndNoOther() {
        ChatLimits changed = new ChatLimits(values(Map.of("persistentchat.limits.heartbeat-seconds", "5")));
        assertThat(changed.heartbeat()).isEqualTo(Duration.ofSeconds(5));
        assertThat(changed.values().with(ConfigurationKey.HEARTBEAT_SECONDS, 30))
                .isEqualTo(LimitValues.DEFAULT);
    }

    @Test
    void aSettingOutOfRangeIsNamed() {
        assertThatThrownBy(() -> values(Map.of("persistentchat.limits.history-page", "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("persistentchat.limits.history-page");
    }

    @Test
    void everyKeyHasASettingOfItsOwn() {
        for (ConfigurationKey key : ConfigurationKey.values()) {
            String other = key.isFlag() ? "false" : String.valueOf(key.otherwise() == 1_024 ? 2_048 : key.least() + 1);
            LimitValues changed = values(Map.of(key.property(), other));
            assertThat(changed).as(key.key()).isNotEqualTo(LimitValues.DEFAULT);
            assertThat(changed.with(key, key.otherwise())).isEqualTo(LimitValues.DEFAULT);
        }
    }

    @Test
    void everyDefaultIsInItsRange() {
        for (ConfigurationKey key : ConfigurationKey.values()) {
            assertThat(key.allows(key.otherwise())).as(key.key()).isTrue();
            assertThat(ConfigurationKey.named(key.key())).contains(key);
        }
    }

    @Test
    void aChangeIsSeenByWhoeverHoldsTheLimits() {
        ChatLimits limits = new ChatLimits(LimitValues.DEFAULT);
        limits.become(LimitValues.DEFAULT.with(ConfigurationKey.BODY_CHARACTERS, 77));
        assertThat(limits.bodyCharacters()).isEqualTo(77);
        assertThatThrownBy(() -> ChatLimits.DEFAULT.become(LimitValues.DEFAULT))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theFirstPageIsNeverLargerThanTheLargest() {
        ChatLimits limits = new ChatLimits(LimitValues.DEFAULT.with(ConfigurationKey.HISTORY_PAGE, 10));
        assertThat(limits.historyDefault()).isEqualTo(10);
    }
}
