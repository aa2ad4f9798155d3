package org.persistentchat.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventBatch;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.RoomEvent;
import org.persistentchat.room.RoomId;

/** Events as clients get them, whatever people wrote. */
class EventFormTest {
    private static final RoomId ROOM = new RoomId(77);
    private static final Instant AT = Instant.parse("2026-11-24T08:30:00Z");

    @Test
    void anEventHasTheMembersOfTheProtocolInItsOrder() {
        assertThat(text(push(event(42, "hello"))))
                .isEqualTo("{\"push\":\"events\",\"room\":\"" + ROOM.text() + "\",\"events\":[{\"seq\":42,"
                        + "\"kind\":\"message\",\"author\":\"ana\",\"name\":\"Ana Ruiz\","
                        + "\"at\":\"2026-11-24T08:30:00.000Z\",\"body\":\"hello\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two\nlines\r\n",
                "quote \" backslash \\ slash / </script>",
                "\0\1\t\b\f\u001f\u007f",
                "é ü ß ж 中 \u00a0",
                "😀 👩‍👩‍👧 \udbff\udfff",
                "\u2028\u2029\ufeff\ufffe\uffff",
            })
    void anyTextIsOneLineAndReadsBackAsItWas(String body) throws IOException {
        byte[] push = push(event(1, body));

        assertThat(push).doesNotContain((byte) '\n', (byte) '\r');
        assertThat(bodyIn(push)).isEqualTo(body);
        assertThat(text(push)).doesNotContain("\\uD8", "\\uDB"); // each character is its UTF-8
    }

    @Test
    void halfASurrogatePairIsReplacedRatherThanBreakingTheMessage() throws IOException {
        assertThat(bodyIn(push(event(1, "a\ud83d-\ude00\ud83d\ude00b\ud83d")))).isEqualTo("a\ufffd-\ufffd😀b\ufffd");
    }

    @Test
    void aBatchIsEncodedOnceForAllConnections() {
        EventBatch batch = new EventBatch(ROOM, List.of(event(1, "x"), event(2, "y")));

        assertThat(EventForm.pushOf(batch)).isSameAs(EventForm.pushOf(batch));
    }

    @Test
    void aLongPageHoldsEveryEventWhole() throws IOException {
        List<CommittedEvent> events = new java.util.ArrayList<>();
        for (int i = 1; i <= 500; i++) {
            events.add(event(i, "é".repeat(i)));
        }

        JsonNode page = JsonMapper.builder()
                .build()
                .readTree(Json.object(json -> EventForm.writeEvents(json, events)))
                .get("events");

        assertThat(page).hasSize(500);
        for (int i = 1; i <= 500; i++) {
            assertThat(page.get(i - 1).get("seq").intValue()).isEqualTo(i);
            assertThat(page.get(i - 1).get("body").textValue()).isEqualTo("é".repeat(i));
        }
    }

    private static String bodyIn(byte[] push) throws IOException {
        return JsonMapper.builder().build().readTree(push).at("/events/0/body").textValue();
    }

    private static byte[] push(CommittedEvent event) {
        return EventForm.pushOf(new EventBatch(ROOM, List.of(event)));
    }

    private static CommittedEvent event(long sequence, String body) {
        return new CommittedEvent(new RoomEvent(ROOM, sequence, EventKind.MESSAGE, "ana", "Ana Ruiz", AT, body));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
