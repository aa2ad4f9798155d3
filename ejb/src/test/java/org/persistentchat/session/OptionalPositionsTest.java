package org.persistentchat.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** What is left out while the database is away, and who asks it again. */
class OptionalPositionsTest {
    private long now;
    private int readings;
    private boolean away;
    private final OptionalPositions positions = new OptionalPositions(() -> now);

    private boolean isGiven() {
        return positions
                .read(() -> {
                    readings++;
                    if (away) {
                        throw new ChatException(ErrorCode.UNAVAILABLE, "away");
                    }
                    return "position";
                })
                .isPresent();
    }

    @Test
    void afterAFailureNobodyAsksForAWhileAndThenTheyAreGivenAgain() {
        assertThat(isGiven()).isTrue();
        away = true;
        assertThat(isGiven()).isFalse();
        assertThat(readings).isEqualTo(2);
        away = false;
        now += Duration.ofMillis(1_999).toNanos();
        assertThat(isGiven()).isFalse();
        assertThat(readings).isEqualTo(2);
        now += Duration.ofMillis(1).toNanos();
        assertThat(isGiven()).isTrue();
        assertThat(isGiven()).isTrue();
        assertThat(readings).isEqualTo(4);
    }

    @Test
    void aDatabaseThatStaysAwayIsAskedNowAndThen() {
        away = true;
        for (int second = 0; second < 60; second++) {
            assertThat(isGiven()).isFalse();
            now += Duration.ofSeconds(1).toNanos();
        }
        assertThat(readings).isEqualTo(30);
    }
}
