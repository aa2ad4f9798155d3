package org.persistentchat.loadtest.load;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A crowd that the system would not let in is refused at once. */
class OpenFilesTest {

    @Test
    void aFewConnectionsAreAllowed() {
        assertThatCode(() -> OpenFiles.allow(10)).doesNotThrowAnyException();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void moreThanTheSystemAllowsAreRefused() {
        assertThatThrownBy(() -> OpenFiles.allow(Integer.MAX_VALUE - 1_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ulimit");
    }
}
