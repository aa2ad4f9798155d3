package org.persistentchat.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.web.signin.Authentication.AccountAndPassword;

/** Credentials as they come in a header. */
class AuthenticationTest {
    private final Authentication authentication = new Authentication();

    @Test
    void basicCredentialsAreUtf8AndThePasswordMayHoldColons() {
        assertThat(authentication.basic("basic " + base64("ana:pä:ss")))
                .isEqualTo(new AccountAndPassword("ana", "pä:ss"));
    }

    @Test
    void anotherSchemeIsNotBasic() {
        assertThat(authentication.basic("Bearer abc")).isNull();
        assertThat(authentication.basic(null)).isNull();
    }

    @Test
    void aPasswordIsNotPrinted() {
        assertThat(new AccountAndPassword("ana", "secret").toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Basic", "Digest x", "Basic %%%", "Basic YW5h", "Basic OnB3"})
    void credentialsThatCannotBeReadAreRefused(String authorization) {
        assertThatExceptionOfType(ChatException.class)
                .isThrownBy(() -> authentication.credential(authorization))
                .matches(refusal -> refusal.code() == ErrorCode.NOT_SIGNED_IN);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
