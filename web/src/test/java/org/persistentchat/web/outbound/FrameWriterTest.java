package org.persistentchat.web.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What leaves, when, and in which frames. */
class FrameWriterTest {
    private static final int MAX_MESSAGES = 8;
    private static final int MAX_BYTES = 200_000;

    private final FakeSender socket = new FakeSender();
    private final Traffic traffic = new Traffic();
    private final FrameWriter writer = new FrameWriter(socket, new SendRounds(), traffic, MAX_MESSAGES, MAX_BYTES);

    @Test
    void nothingIsSentBeforeTheFlush() {
        writer.offer(bytes("a"));

        assertThat(socket.frames).isEmpty();
    }

    @Test
    void aSoleMessageIsSentFromTheVeryArrayThatAllConnectionsShare() {
        byte[] message = bytes("a");
        writer.offer(message);
        writer.flush();

        assertThat(socket.frames.get(0).array()).isSameAs(message);
    }

    @Test
    void messagesOfOneRoundLeaveInOneFrame() {
        send("a", "b", "c");

        assertThat(socket.texts()).containsExactly("a\nb\nc");
        assertThat(traffic.framesSent()).isEqualTo(1);
        assertThat(traffic.messagesSent()).isEqualTo(3);
    }

    @Test
    void whatComesWhileAFrameIsOnItsWayWaitsAndLeavesTogether() {
        socket.completesAtOnce = false;
        send("a");
        send("b");
        send("c");
        assertThat(socket.texts()).containsExactly("a");

        socket.complete();
        assertThat(socket.texts()).containsExactly("a", "b\nc");

        socket.complete();
        send("d");
        assertThat(socket.texts()).containsExactly("a", "b\nc", "d");
    }

    @Test
    void aFrameOfSeveralMessagesHasABoundAndALargeMessageGoesAlone() {
        String half = "x".repeat(OutboundQueue.JOINED_FRAME_BYTES / 2);
        String large = "y".repeat(OutboundQueue.JOINED_FRAME_BYTES + 1);
        send("a", half, half, large, "b");

        assertThat(socket.texts()).containsExactly("a\n" + half, half, large, "b");
    }

    @Test
    void completionsWithinTheCallDoNotNest() {
        String tooLargeToJoin = "x".repeat(OutboundQueue.JOINED_FRAME_BYTES);
        send(tooLargeToJoin, tooLargeToJoin);
        send("a");

        assertThat(socket.deepestCall).isEqualTo(1);
        assertThat(socket.frames).hasSize(3);
    }

    @Test
    void whoFinishesSendsWhatWaitsThenClosesAndIgnoresWhatComes() {
        socket.completesAtOnce = false;
        send("a");
        writer.offer(bytes("b"));
        writer.finish(CloseCode.ELSEWHERE);
        send("c");
        assertThat(socket.closed).isEmpty();

        socket.complete();
        assertThat(socket.closed).isEmpty();
        socket.complete();
        assertThat(socket.texts()).containsExactly("a", "b");
        assertThat(socket.closed).containsExactly(CloseCode.ELSEWHERE);
    }

    @Test
    void whoFinishesWithNothingWaitingClosesAtOnce() {
        send("a");
        writer.finish(CloseCode.ELSEWHERE);
        writer.finish(CloseCode.SHUTDOWN);
        assertThat(socket.closed).containsExactly(CloseCode.ELSEWHERE);
    }

    @Test
    void aClientThatFallsBehindInMessagesIsToldOnceAndGetsNothingMore() {
        socket.completesAtOnce = false;
        send("on its way");
        for (int i = 0; i < MAX_MESSAGES; i++) {
            assertThat(writer.offer(bytes("m"))).isTrue();
        }

        assertThat(writer.offer(bytes("one too many"))).isFalse();
        assertThat(writer.offer(bytes("ignored"))).isTrue();
        writer.flush();
        socket.complete();
        assertThat(socket.texts()).containsExactly("on its way");
    }

    @Test
    void aClientThatFallsBehindInBytesIsTold() {
        socket.completesAtOnce = false;
        send("on its way");

        assertThat(writer.offer(new byte[MAX_BYTES - 10])).isTrue();
        assertThat(writer.offer(new byte[10])).isTrue();
        assertThat(writer.offer(new byte[1])).isFalse();
    }

    @Test
    void whatTheClientCanDoWithoutIsLeftOutWhenAQuarterOfTheQueueIsFullAndEndsNothing() {
        socket.completesAtOnce = false;
        send("on its way");
        send("m");
        assertThat(writer.offerSoft(bytes("soft"))).isTrue();
        assertThat(writer.offerSoft(bytes("left out"))).isFalse();
        assertThat(writer.offer(bytes("n"))).isTrue();

        socket.complete();
        assertThat(socket.texts()).containsExactly("on its way", "m\nsoft\nn");
        assertThat(writer.offerSoft(bytes("soft again"))).isTrue();
    }

    @Test
    void whatTheClientCanDoWithoutIsLeftOutWhenAQuarterOfTheBytesWait() {
        socket.completesAtOnce = false;
        send("on its way");
        writer.offer(new byte[MAX_BYTES / 4]);
        assertThat(writer.offerSoft(new byte[1])).isFalse();
        assertThat(writer.offer(new byte[1])).isTrue();
    }

    @Test
    void aSingleReplyMayBeLargerThanTheQueue() {
        String large = "x".repeat(MAX_BYTES * 2);
        send(large);

        assertThat(socket.texts()).containsExactly(large);
    }

    @Test
    void afterTheEndNothingIsSent() {
        socket.completesAtOnce = false;
        send("a");
        send("b");
        writer.end();
        socket.complete();
        send("c");

        assertThat(socket.texts()).containsExactly("a");
    }

    @Test
    void aCompletionThatIsToldTwiceSendsNothingTwice() {
        socket.completesAtOnce = false;
        send("a");
        socket.complete();
        writer.sent();
        writer.offer(bytes("b"));
        writer.sent();

        assertThat(socket.texts()).containsExactly("a");
        writer.flush();
        assertThat(socket.texts()).containsExactly("a", "b");
    }

    @Test
    void aBrokenSocketEndsItsOwnConnectionOnly() {
        socket.completesAtOnce = false;
        send("a");
        writer.failed();
        send("b");

        assertThat(socket.texts()).isEqualTo(List.of("a"));
    }

    private void send(String... messages) {
        for (String message : messages) {
            writer.offer(bytes(message));
        }
        writer.flush();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
