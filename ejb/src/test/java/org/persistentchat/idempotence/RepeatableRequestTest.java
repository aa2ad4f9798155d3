package org.persistentchat.idempotence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What makes a request the same. */
class RepeatableRequestTest {
    private static RepeatableRequest request(String key, String operation, String body) {
        return RepeatableRequest.of(7, key, operation, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSameRequestIsTheSame() {
        assertThat(request("k", "POST /rooms", "{}")).isEqualTo(request("k", "POST /rooms", "{}"));
    }

    @Test
    void anotherBodyOrAddressIsAnotherRequestUnderTheSameKey() {
        RepeatableRequest first = request("k", "POST /rooms", "{}");
        assertThat(request("k", "POST /rooms", "{ }").content()).isNotEqualTo(first.content());
        assertThat(request("k", "POST /people", "{}").content()).isNotEqualTo(first.content());
        assertThat(request("k", "POST /rooms", "{ }").key()).isEqualTo(first.key());
    }

    @Test
    void theKeyItselfIsNotKept() {
        assertThat(request("a secret key", "POST /rooms", "{}").toString()).doesNotContain("secret");
    }
}
