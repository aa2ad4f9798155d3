package org.persistentchat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept of before and after. */
class AuditStateTest {
    private enum Colour {
        DARK_RED
    }

    @Test
    void nothingHasNoText() {
        assertThat(AuditState.NONE.json()).isNull();
    }

    @Test
    void membersStandInTheOrderGivenAndAbsentOnesAreLeftOut() {
        AuditState state = AuditState.of("name", "a \"b\"")
                .and("count", 3)
                .and("email", null)
                .and("on", true)
                .and("colour", Colour.DARK_RED)
                .and("members", List.of("person:ana"));
        assertThat(state.json())
                .isEqualTo("{\"name\":\"a \\\"b\\\"\",\"count\":3,\"on\":true,\"colour\":\"dark_red\","
                        + "\"members\":[\"person:ana\"]}");
    }

    @Test
    void aLongListShowsItsBeginningAndItsLength() {
        List<String> members =
                IntStream.range(0, 731).mapToObj(number -> "person:p" + number).toList();
        String json = String.valueOf(AuditState.of("members", members).json());
        assertThat(json).contains("\"person:p99\"").doesNotContain("\"person:p100\"");
        assertThat(json).endsWith("\"membersCount\":731}");
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        String json = String.valueOf(
                AuditState.of("name", "x".repeat(999) + "\uD83D\uDE00").json());
        assertThat(json).isEqualTo("{\"name\":\"" + "x".repeat(999) + "...\"}");
    }

    @Test
    void whatIsTooMuchIsLeftOutAndSaid() {
        AuditState state = AuditState.NONE;
        for (int member = 0; member < 100; member++) {
            state = state.and("member" + member, "y".repeat(1_000));
        }
        String json = String.valueOf(state.json());
        assertThat(json.length()).isLessThan(40_000);
        assertThat(json).endsWith(",\"truncated\":true}");
    }
}
