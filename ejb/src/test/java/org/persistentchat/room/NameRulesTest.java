package org.persistentchat.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** What names and descriptions may be. */
class NameRulesTest {
    private static ErrorCode refusal(String name) {
        return catchThrowableOfType(ChatException.class, () -> NameRules.checkName(name))
                .code();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " blank before", "blank after ", "new\nline", "\u0000", "tab\there"})
    void aNameWithBlanksOrControlCharactersIsRefused(String name) {
        assertThat(refusal(name)).isEqualTo(ErrorCode.NAME_INVALID);
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThatNoException().isThrownBy(() -> NameRules.checkName("x".repeat(256)));
        assertThat(refusal("x".repeat(257))).isEqualTo(ErrorCode.NAME_INVALID);
    }

    @Test
    void aNameWhoseComparedFormIsTooLongIsRefused() {
        assertThat(refusal("\uFDFA".repeat(20))).isEqualTo(ErrorCode.NAME_INVALID);
    }
}
