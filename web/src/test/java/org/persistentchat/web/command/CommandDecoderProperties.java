package org.persistentchat.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.room.RoomId;
import org.persistentchat.web.json.Utf16;

/** Whatever comes in, the decoder gives a command or a refusal. */
class CommandDecoderProperties {
    private static final List<ErrorCode> REFUSALS =
            List.of(ErrorCode.MALFORMED, ErrorCode.UNKNOWN_COMMAND, ErrorCode.INVALID_FIELD);
    private static final String ROOM = new RoomId(1).text();
    private static final List<String> SEEDS = List.of(
            "{\"id\":3,\"do\":\"post\",\"room\":\"" + ROOM + "\",\"key\":\"k\",\"body\":\"h\\u00e9\\ud83d\\ude00\"}",
            "{\"id\":5,\"do\":\"resume\",\"rooms\":[{\"room\":\"" + ROOM
                    + "\",\"after\":42},{\"room\":\"x\",\"after\":0}]}",
            "{\"id\":8,\"do\":\"show\",\"rooms\":[\"" + ROOM + "\",\"x\"]}",
            "{\"id\":4,\"do\":\"history\",\"room\":\"" + ROOM + "\",\"before\":120,\"limit\":50}");

    private final CommandDecoder decoder = new CommandDecoder(ChatLimits.DEFAULT);

    @Property
    void anyTextGivesACommandOrARefusal(@ForAll String frame) {
        assertAnswered(frame);
    }

    @Property(tries = 5_000)
    void anyDamageToAGoodFrameGivesACommandOrARefusal(@ForAll("damaged") String frame) {
        assertAnswered(frame);
    }

    @Property(tries = 2_000)
    void anySequenceOfJsonPiecesGivesACommandOrARefusal(@ForAll("pieces") List<String> pieces) {
        assertAnswered(String.join("", pieces));
    }

    @Property
    void anyWholeTextArrivesAsItWasSent(@ForAll String body) {
        if (!Utf16.isWellFormed(body)) {
            return;
        }
        String json = new String(JsonStringEncoder.getInstance().quoteAsString(body));
        String frame = "{\"id\":3,\"do\":\"post\",\"room\":\"" + ROOM + "\",\"key\":\"k\",\"body\":\"" + json + "\"}";
        try {
            assertThat(((Command.PostMessage) decoder.decode(frame)).text().body())
                    .isEqualTo(body);
        } catch (RefusedFrameException refusal) {
            throw new AssertionError(refusal);
        }
    }

    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<Integer> position = Arbitraries.integers().between(0, 200);
        Arbitrary<String> piece = Arbitraries.of(
                "", "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", "1e9", "\\u", "\\ud800", "\u0000", "null",
                "\uFFFF");
        return Arbitraries.of(SEEDS)
                .flatMap(seed -> position.flatMap(at -> position.flatMap(length -> piece.map(with -> {
                    int from = at % seed.length();
                    int to = Math.min(seed.length(), from + length % 6);
                    return seed.substring(0, from) + with + seed.substring(to);
                }))));
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"id\"",
                        "\"do\"",
                        "\"rooms\"",
                        "\"room\"",
                        "\"after\"",
                        "\"resume\"",
                        "\"ping\"",
                        "1",
                        "0",
                        "-1",
                        "1.5",
                        "9007199254740993",
                        "null",
                        "true",
                        " ",
                        "\"\\ud800\"",
                        "\"x\"")
                .list()
                .ofMaxSize(24);
    }

    private void assertAnswered(String frame) {
        try {
            assertThat(decoder.decode(frame).id()).isBetween(1L, Members.MAX_INTEGER);
        } catch (RefusedFrameException refusal) {
            assertThat(refusal.reason().code()).isIn(REFUSALS);
            assertThat(refusal.id()).isBetween(0L, Members.MAX_INTEGER);
        }
    }
}
