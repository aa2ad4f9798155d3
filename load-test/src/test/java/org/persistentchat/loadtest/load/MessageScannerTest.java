package org.persistentchat.loadtest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the scanner finds in frames, whatever the order of members and the blanks between them. */
class MessageScannerTest {
    private final MessageScanner scanner = new MessageScanner();

    private List<String> found(String frame) {
        List<String> found = new ArrayList<>();
        scanner.scan(Unpooled.copiedBuffer(frame, StandardCharsets.UTF_8), new MessageSink() {
            @Override
            public void hello(int heartbeatSeconds) {
                found.add("hello " + heartbeatSeconds);
            }

            @Override
            public void event(long roomHash, long seq, long stamp) {
                found.add((roomHash == MessageScanner.hash("r\u00e9") ? "event " : "foreign ") + seq + " " + stamp);
            }

            @Override
            public void answered(long id, long seq, long last) {
                found.add("answer " + id + " " + seq + " " + last);
            }

            @Override
            public void refused(long id, String code) {
                found.add("refused " + id + " " + code);
            }

            @Override
            public void left(long roomHash) {
                found.add("left");
            }
        });
        return found;
    }

    @Test
    void theGreetingTellsItsHeartbeat() {
        assertThat(
                        found(
                                "{\"push\":\"hello\",\"person\":{\"account\":\"a\"},\"heartbeatSeconds\":30,\"limits\":{\"x\":1}}"))
                .containsExactly("hello 30");
    }

    @Test
    void eventsAreFoundInAnyOrderOfMembers() {
        assertThat(
                        found(
                                "{\"push\":\"events\",\"room\":\"r\u00e9\",\"events\":[{\"seq\":1,\"body\":\"~77 x\"},{\"body\":\"~78\",\"seq\":2}]}"))
                .containsExactly("event 1 77", "event 2 78");
        assertThat(
                        found(
                                " { \"events\" : [ { \"body\" : \"a\" , \"seq\" : 3 } ] ,\"room\":\"r\u00e9\" , \"push\" : \"events\" } "))
                .containsExactly("event 3 -1");
    }

    @Test
    void textThatLooksLikeMembersIsOnlyText() {
        assertThat(
                        found(
                                "{\"push\":\"events\",\"room\":\"r\u00e9\",\"events\":[{\"name\":\"\\\"seq\\\":9,\\\\\",\"seq\":4,"
                                        + "\"body\":\"~5 }]} \\\" {\\\"id\\\":1\",\"more\":[[{\"seq\":8}],null,true,-1.5e3]}]}"))
                .containsExactly("event 4 5");
    }

    @Test
    void severalMessagesOfAFrameAreFound() {
        String frame = """
                {"id":3,"ok":{"seq":42,"at":"x"}}
                {"push":"marker","room":"q","seq":1}
                {"id":4,"ok":{"room":{"id":"q"},"last":7,"events":[]}}
                {"error":{"code":"BUSY","retry":true},"id":5}
                {"push":"left","room":"q"}""";
        assertThat(found(frame)).containsExactly("answer 3 42 -1", "answer 4 -1 7", "refused 5 BUSY", "left");
    }

    @Test
    void aFrameLargerThanTheBufferIsRead() {
        String body = "x".repeat(200_000);
        assertThat(found("{\"push\":\"events\",\"room\":\"r\u00e9\",\"events\":[{\"seq\":1,\"body\":\"" + body
                        + "\"}]}"))
                .containsExactly("event 1 -1");
    }

    @Test
    void manyEventsOfAMessageAreFound() {
        StringBuilder frame = new StringBuilder("{\"push\":\"events\",\"room\":\"r\u00e9\",\"events\":[");
        for (int sequence = 1; sequence <= 300; sequence++) {
            frame.append(sequence > 1 ? "," : "")
                    .append("{\"seq\":")
                    .append(sequence)
                    .append('}');
        }
        assertThat(found(frame + "]}")).hasSize(300).endsWith("event 300 -1");
    }

    @Test
    void whatIsNoMessageIsRefused() {
        assertThatThrownBy(() -> found("hello")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBodyHasItsLengthAndItsStamp() {
        String body = Stamp.body(123_456_789L, 200);
        assertThat(body).hasSize(200).startsWith("~123456789 ").isNotBlank();
        assertThat(Stamp.body(1, 1)).isEqualTo("~1 ");
    }
}
