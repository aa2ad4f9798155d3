package org.persistentchat.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** What a message must be. */
class MessageRulesTest {
    private static ChatException refusal(String key, String body) {
        return catchThrowableOfType(ChatException.class, () -> MessageRules.check(key, body, ChatLimits.DEFAULT));
    }

    @Test
    void aMessageAtTheLimitsIsAccepted() {
        assertThatCode(() -> MessageRules.check("k".repeat(64), "x".repeat(8_000), ChatLimits.DEFAULT))
                .doesNotThrowAnyException();
        assertThatCode(() -> MessageRules.check("k", "x", ChatLimits.DEFAULT)).doesNotThrowAnyException();
    }

    @Test
    void aMessageOverTheLimitIsRefusedWithTheLimit() {
        ChatException refusal = refusal("k", "x".repeat(8_001));
        assertThat(refusal.code()).isEqualTo(ErrorCode.MESSAGE_TOO_LONG);
        assertThat(refusal.limit()).hasValue(8_000);
    }

    @Test
    void aBlankMessageIsRefused() {
        assertThat(refusal("k", "").code()).isEqualTo(ErrorCode.MESSAGE_EMPTY);
        assertThat(refusal("k", " \n\t\u2003").code()).isEqualTo(ErrorCode.MESSAGE_EMPTY);
    }

    @Test
    void aKeyThatIsEmptyOrTooLongIsRefused() {
        assertThat(refusal("", "x").code()).isEqualTo(ErrorCode.KEY_INVALID);
        assertThat(refusal("k".repeat(65), "x").limit()).hasValue(64);
    }
}
