package org.persistentchat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.persistentchat.bus.Peer;
import org.persistentchat.bus.WireReader;
import org.persistentchat.bus.WireWriter;
import org.persistentchat.cluster.EventCodec.Announced;
import org.persistentchat.cluster.InterestCodec.Saying;
import org.persistentchat.event.Change;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.Content;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.Message;
import org.persistentchat.event.Reaction;
import org.persistentchat.event.RoomEvent;
import org.persistentchat.event.SampleEvents;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/** The forms of what servers say, and the memory of what was said. */
class MessagesTest {
    private static final RoomId ROOM = new RoomId(-5);
    private static final RoomId OTHER = new RoomId(6);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Peer PEER = new Peer(2, 1, 1);

    private static Announced over(long change, long head, List<CommittedEvent> events) {
        return EventCodec.decode(new WireReader(EventCodec.encode(change, ROOM, head, events)));
    }

    private static CommittedEvent event(long sequence, EventKind kind, Content content) {
        return new CommittedEvent(new RoomEvent(ROOM, sequence, kind, "ana", "Ana Ruiz", NOON, content));
    }

    @Test
    void eventsOfEveryKindArriveAsTheyWere() {
        Message story = Message.said("Title", "long \uD83D\uDE00", 3, true);
        Message changed = Message.said(null, "new", 0, false)
                .edited(null, "newer", new Message.Edited(NOON, "ben"))
                .pinned(true)
                .reactedTo(List.of(new Reaction("+1", 30, List.of("ana", "ben"))));
        List<CommittedEvent> events = List.of(
                event(7, EventKind.STORY, story),
                event(8, EventKind.REACTION, new Change(4, "+1", changed)),
                event(9, EventKind.PURGE, new Change(6, "", Message.GONE)));

        Announced arrived = over(12, 9, events);

        assertThat(arrived.change()).isEqualTo(12);
        assertThat(arrived.room()).isEqualTo(ROOM);
        assertThat(arrived.isWhole()).isTrue();
        assertThat(arrived.events().stream().map(CommittedEvent::event).toList())
                .isEqualTo(events.stream().map(CommittedEvent::event).toList());
    }

    @Test
    void muchTextIsLeftToTheDatabase() {
        Announced arrived = over(12, 9, List.of(SampleEvents.event(ROOM, 9, "x".repeat(40_000))));
        assertThat(arrived.events()).isEmpty();
        assertThat(arrived.head()).isEqualTo(9);
        assertThat(arrived.isWhole()).isFalse();
    }

    @Test
    void fromAKindOfEventThatIsNotKnownOnTheDatabaseIsAsked() {
        WireWriter known = new WireWriter()
                .number(8)
                .number(EventKind.MESSAGE.code())
                .text("ana")
                .text("Ana")
                .id(0)
                .flag(false)
                .block(new WireWriter()
                        .optional(null)
                        .text("said")
                        .number(0)
                        .flag(false)
                        .flag(false)
                        .flag(false)
                        .flag(false)
                        .number(0)
                        .text("grown"))
                .text("grown");
        WireWriter unknown = new WireWriter().number(9).number(90).text("whatever");
        byte[] bytes = new WireWriter()
                .number(0)
                .id(ROOM.value())
                .number(9)
                .number(2)
                .block(known)
                .block(unknown)
                .toBytes();
        Announced arrived = EventCodec.decode(new WireReader(bytes));
        assertThat(SampleEvents.sequences(arrived.events())).containsExactly(8L);
        assertThat(arrived.isWhole()).isFalse();
    }

    @Test
    void aDigestNamesARoomInThreeRoundsWithItsNewestSequence() {
        Digest digest = new Digest();
        digest.advanced(ROOM, 4);
        digest.advanced(ROOM, 3);
        assertThat(digest.round().heads()).containsOnly(Map.entry(ROOM, 4L));
        digest.advanced(OTHER, 1);
        assertThat(digest.round().heads()).containsOnly(Map.entry(ROOM, 4L), Map.entry(OTHER, 1L));
        Digest.Heads third = digest.round();
        assertThat(Digest.decode(new WireReader(Digest.encode(third)))).isEqualTo(third);
        assertThat(third.heads()).containsKey(ROOM);
        assertThat(digest.round().heads()).containsOnlyKeys(OTHER);
        assertThat(digest.round().heads()).isEmpty();
    }

    @Test
    void aDigestThatCannotNameAllSaysSo() {
        Digest digest = new Digest();
        for (long room = 0; room < 9_000; room++) {
            digest.advanced(new RoomId(room), 1);
        }
        Digest.Heads heads = digest.round();
        assertThat(heads.complete()).isFalse();
        assertThat(heads.heads()).hasSize(8_192);
        assertThat(digest.round().complete()).isTrue();
    }

    @Test
    void manyRoomsAreNamedInMessagesOfABoundedSize() {
        Map<RoomId, Long> rooms = new LinkedHashMap<>();
        for (long room = 0; room < 2_500; room++) {
            rooms.put(new RoomId(room), room);
        }
        Map<RoomId, Long> arrived = new LinkedHashMap<>();
        List<byte[]> messages = InterestCodec.some(rooms);
        messages.forEach(message -> {
            InterestCodec.Interest interest = InterestCodec.decode(new WireReader(message));
            assertThat(interest.saying()).isEqualTo(Saying.ALSO);
            arrived.putAll(interest.rooms());
        });
        assertThat(messages).hasSize(3);
        assertThat(arrived).isEqualTo(rooms);
    }

    @Test
    void interestsEndWithTheServerThatHadThem() {
        Interests interests = new Interests();
        Peer third = new Peer(3, 1, 1);
        interests.add(ROOM, PEER);
        interests.add(ROOM, third);
        interests.add(OTHER, PEER);
        interests.forget(PEER);
        assertThat(interests.in(ROOM)).isEqualTo(Set.of(third));
        assertThat(interests.in(OTHER)).isEmpty();
        interests.remove(ROOM, third);
        assertThat(interests.in(ROOM)).isEmpty();
    }

    @Test
    void presenceArrivesAsItWasSaid() {
        PresenceCodec.Place place = new PresenceCodec.Place(ROOM, new PersonId(-9), true);
        byte[] bytes = PresenceCodec.encode(PresenceCodec.Saying.CHANGED, List.of(place));
        assertThat(PresenceCodec.decode(new WireReader(bytes)))
                .isEqualTo(new PresenceCodec.Said(PresenceCodec.Saying.CHANGED, List.of(place)));
    }

    @Test
    void aHeadOnlyAdvancesAndTheOldestIsForgotten() {
        HeadMemory memory = new HeadMemory();
        assertThat(memory.advance(ROOM, 5)).isTrue();
        assertThat(memory.advance(ROOM, 5)).isFalse();
        assertThat(memory.advance(ROOM, 4)).isFalse();
        assertThat(memory.head(ROOM)).isEqualTo(5);
        for (long room = 100; room < 100 + 65_536; room++) {
            memory.advance(new RoomId(room), 1);
        }
        assertThat(memory.head(ROOM)).isZero();
    }
}
