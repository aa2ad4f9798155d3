package org.persistentchat.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** A change passes only with the tag of what it changes. */
class EntityTagTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\"", " \"7\" "})
    void aChangeOfWhatTheCallerHasSeenPasses(String ifMatch) {
        assertThatCode(() -> EntityTag.of(7).require(ifMatch)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "\"77\""})
    void aChangeOfSomethingOlderIsRefused(String ifMatch) {
        ChatException refusal =
                catchThrowableOfType(ChatException.class, () -> EntityTag.of(7).require(ifMatch));
        assertThat(refusal.code()).isEqualTo(ErrorCode.PRECONDITION_FAILED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void aChangeWithoutATagIsRefused(String ifMatch) {
        ChatException refusal =
                catchThrowableOfType(ChatException.class, () -> EntityTag.of(7).require(ifMatch));
        assertThat(refusal.code()).isEqualTo(ErrorCode.PRECONDITION_REQUIRED);
    }

    @Test
    void theVersionOfATagIsRead() {
        assertThat(EntityTag.version("\"7\"")).isEqualTo(7);
        assertThat(EntityTag.version("*")).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "W/\"7\"", "\"1\", \"2\"", "\"-1\"", "\"1234567890123456789\""})
    void aTagThatIsNoVersionIsStale(String ifMatch) {
        ChatException refusal = catchThrowableOfType(ChatException.class, () -> EntityTag.version(ifMatch));
        assertThat(refusal.code()).isEqualTo(ErrorCode.PRECONDITION_FAILED);
    }
}
