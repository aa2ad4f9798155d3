package org.persistentchat.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The form of messages, and what neighbouring versions make of each other's. */
class WireTest {
    private static final Peer PEER = new Peer(7, 1_234, 5);

    @Property(tries = 200)
    void whatIsWrittenIsRead(
            @ForAll @LongRange(min = 0) long number, @ForAll long id, @ForAll String text, @ForAll boolean flag) {
        String valid = text.replaceAll("\\p{Cs}", "");
        @Nullable String maybe = flag ? valid : null;
        byte[] bytes = new WireWriter()
                .number(number)
                .id(id)
                .text(valid)
                .flag(flag)
                .optional(maybe)
                .toBytes();
        WireReader reader = new WireReader(bytes);

        assertThat(reader.number()).isEqualTo(number);
        assertThat(reader.id()).isEqualTo(id);
        assertThat(reader.text()).isEqualTo(valid);
        assertThat(reader.flag()).isEqualTo(flag);
        assertThat(reader.optional()).isEqualTo(maybe);
        assertThat(reader.hasMore()).isFalse();
    }

    @Test
    void whatANewerVersionWroteBehindTheKnownIsLeftUnread() {
        WireWriter newer = new WireWriter().text("known").id(99).text("new");
        WireReader reader =
                new WireReader(new WireWriter().block(newer).text("next").toBytes());
        assertThat(reader.block().text()).isEqualTo("known");
        assertThat(reader.text()).isEqualTo("next");
    }

    @Test
    void aFrameSaysWhoSpeaksAndHowFarTheyAre() {
        Link.Waiting message = new Link.Waiting(41, BusKind.MARKER, new byte[] {1, 2});
        Frame frame = Frame.decode(Frame.encode(PEER, 41, List.of(message)));
        assertThat(frame.from()).isEqualTo(PEER);
        assertThat(frame.first()).isEqualTo(41);
        assertThat(frame.messages()).hasSize(1);
        assertThat(BusKind.ofCode(frame.messages().get(0).code())).isEqualTo(BusKind.MARKER);
    }

    @Test
    void aHeaderThatHasGrownAndAKindThatIsNotKnownAreReadAsFarAsKnown() {
        WireWriter header = new WireWriter().number(7).id(1_234).id(5).number(0).text("new");
        byte[] bytes = new WireWriter()
                .number(1)
                .block(header)
                .number(2)
                .number(1_000)
                .block(new byte[] {9, 9, 9})
                .number(5)
                .block(new WireWriter().number(3))
                .toBytes();
        Frame frame = Frame.decode(bytes);
        assertThat(frame.from()).isEqualTo(PEER);
        assertThat(BusKind.ofCode(frame.messages().get(0).code())).isNull();
        assertThat(frame.messages().get(1).payload().number()).isEqualTo(3);
    }

    @Test
    void whatIsDamagedIsRefused() {
        byte[] good = Frame.encode(PEER, 0, List.of(new Link.Waiting(0, BusKind.CHANGE, new byte[100])));
        for (int length = 0; length < good.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(good, length);
            assertThatThrownBy(() -> Frame.decode(cut)).isInstanceOf(MalformedMessageException.class);
        }
        good[0] = 2;
        assertThatThrownBy(() -> Frame.decode(good)).isInstanceOf(MalformedMessageException.class);
    }
}
