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
import org.persistentchat.event.Change;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.Content;
import org.persistentchat.event.EventBatch;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.Message;
import org.persistentchat.event.Reaction;
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

    @Test
    void aMessageHasWhatBecameOfIt() {
        Message message = new Message(
                "News",
                "text",
                7,
                new Message.Edited(AT, "ben"),
                false,
                true,
                false,
                List.of(new Reaction("👍", 2, List.of("ben"))));
        assertThat(text(push(event(42, EventKind.STORY, message))))
                .contains("\"at\":\"2026-11-24T08:30:00.000Z\",\"reply\":7,\"title\":\"News\",\"body\":\"text\","
                        + "\"edited\":{\"at\":\"2026-11-24T08:30:00.000Z\",\"by\":\"ben\"},\"pinned\":true,"
                        + "\"reactions\":[{\"emoji\":\"👍\",\"count\":2,\"accounts\":[\"ben\"]}]}");
    }

    @Test
    void aDeletedMessageHasNoText() {
        assertThat(text(push(event(
                        42, EventKind.MESSAGE, Message.said(null, "x", 0, false).gone()))))
                .contains("\"deleted\":true")
                .doesNotContain("body", "title");
    }

    @Test
    void aChangeHasItsTargetAndWhatItIsNow() {
        Message now = Message.said(null, "now", 0, false).reactedTo(List.of(new Reaction("👍", 1, List.of("ben"))));
        assertThat(text(push(event(43, EventKind.EDIT, new Change(42, "", now)))))
                .contains("\"kind\":\"edit\"", "\"target\":42,\"body\":\"now\"}");
        assertThat(text(push(event(43, EventKind.EDIT, new Change(42, "", now.gone())))))
                .contains("\"target\":42,\"deleted\":true}");
        assertThat(text(push(event(43, EventKind.REACTION, new Change(42, "👍", now)))))
                .contains("\"kind\":\"reaction\"", "\"target\":42,\"on\":true,\"emoji\":\"👍\",\"count\":1,");
        assertThat(text(push(event(43, EventKind.REACTION_BACK, new Change(42, "🎉", now)))))
                .contains("\"kind\":\"reaction\"", "\"on\":false,\"emoji\":\"🎉\",\"count\":0,\"accounts\":[]}");
        assertThat(text(push(event(43, EventKind.PURGE, new Change(42, "", Message.GONE)))))
                .contains("\"kind\":\"purge\"", "\"target\":42}");
    }

    @Test
    void ofAnEventThatIsNotKeptOnlyItsSequenceAndTimeAreShown() {
        CommittedEvent event = event(42, EventKind.ALERT, Message.said(null, "secret", 0, true));
        assertThat(text(push(event))).contains("secret");
        assertThat(text(push(event.kept())))
                .contains("{\"seq\":42,\"kind\":\"unkept\",\"at\":\"2026-11-24T08:30:00.000Z\"}");
    }

    private static CommittedEvent event(long sequence, EventKind kind, Content content) {
        return new CommittedEvent(new RoomEvent(ROOM, sequence, kind, "ana", "Ana Ruiz", AT, content));
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
        return new CommittedEvent(new RoomEvent(
                ROOM, sequence, EventKind.MESSAGE, "ana", "Ana Ruiz", AT, Message.said(null, body, 0, false)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
