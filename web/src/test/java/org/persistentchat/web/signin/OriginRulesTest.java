package org.persistentchat.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pages may connect. */
class OriginRulesTest {
    @Test
    void aProgramSendsNoOriginAndIsAllowed() {
        assertThat(rules().allows(null, "chat.example.com")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://chat.example.com,      chat.example.com",
        "https://chat.example.com,     chat.example.com",
        "https://chat.example.com,     chat.example.com:443",
        "https://chat.example.com:443, chat.example.com",
        "http://localhost:8080,        localhost:8080",
        "http://CHAT.example.com,      chat.EXAMPLE.com",
        "http://[::1]:8080,            [::1]:8080",
    })
    void thePageOfTheServerItselfIsAllowed(String origin, String host) {
        assertThat(rules().allows(origin, host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example.com,              chat.example.com",
        "https://chat.example.com.evil.com,     chat.example.com",
        "https://chat.example.com@evil.com,     chat.example.com",
        "https://evil.com#chat.example.com,     chat.example.com",
        "http://localhost:8081,                 localhost:8080",
        "http://localhost,                      localhost:8080",
        "https://chat.example.com,              chat.example.com:80",
        "null,                                  chat.example.com",
        "file:///etc/hosts,                     chat.example.com",
        "'',                                    chat.example.com",
        "chat.example.com,                      chat.example.com",
        "http://a b,                            chat.example.com",
        "https://chat.example.com,              ",
    })
    void anyOtherPageIsNot(String origin, @Nullable String host) {
        assertThat(rules().allows(origin, host)).isFalse();
    }

    @Test
    void aPageOnTheListIsAllowedWithExactlyItsSchemeHostAndPort() {
        OriginRules rules = rules("https://intranet.example.com", " http://kiosk:8000 ");

        assertThat(rules.allows("https://intranet.example.com", "chat")).isTrue();
        assertThat(rules.allows("https://intranet.example.com:443", "chat")).isTrue();
        assertThat(rules.allows("http://kiosk:8000", "chat")).isTrue();
        assertThat(rules.allows("http://intranet.example.com", "chat")).isFalse();
        assertThat(rules.allows("http://kiosk", "chat")).isFalse();
    }

    @Test
    void aListThatIsWrittenWronglyIsRefusedAtTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules("intranet.example.com"))
                .withMessageContaining("persistentchat.origins");
    }

    private static OriginRules rules(String... allowed) {
        return new OriginRules(allowed.length == 0 ? Optional.empty() : Optional.of(List.of(allowed)));
    }
}
