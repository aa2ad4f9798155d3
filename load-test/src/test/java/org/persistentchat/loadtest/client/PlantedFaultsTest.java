package org.persistentchat.loadtest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.loadtest.fake.FakeChat;
import org.persistentchat.loadtest.fake.FakeServer;
import org.persistentchat.loadtest.fake.Faults;

/** A stream notices each sort of wrong delivery. */
class PlantedFaultsTest {
    private final FakeChat chat = new FakeChat();
    private final ChatNetwork network = new ChatNetwork(1);
    private final FakeServer server = FakeServer.start(chat);
    private final String room = chat.room("Operations");

    @AfterEach
    void close() {
        network.close();
        server.close();
    }

    /** Five events through a faulty delivery; waits until {@code arriving} came. */
    private RoomStream streamOf(Faults planted, int arriving) throws Exception {
        chat.person("eve");
        chat.faults(planted);
        ConnectionSettings settings = ConnectionSettings.of(List.of(server.address()), chat.person("ana"));
        ChatConnection ana = ChatConnection.open(network, settings, ConnectionListener.NONE);
        ana.enter(room, 0).get(20, TimeUnit.SECONDS);
        for (int number = 1; number <= 5; number++) {
            chat.say(room, "eve", "line " + number);
        }
        RoomStream stream = ana.stream(room).orElseThrow();
        await().until(() -> stream.receivedCount() == arriving);
        return stream;
    }

    private static boolean is(JsonNode event, long sequence) {
        return event.path("seq").asLong() == sequence;
    }

    @Test
    void aLostPushIsAGap() throws Exception {
        RoomStream stream = streamOf(
                new Faults() {
                    @Override
                    public List<JsonNode> delivered(String account, JsonNode event) {
                        return is(event, 3) ? List.of() : List.of(event);
                    }
                },
                4);
        assertThat(stream.faults()).containsExactly(new StreamFault(StreamFault.Kind.GAP, room, 3, 4));
    }

    @Test
    void aRepeatedPushIsADuplicate() throws Exception {
        RoomStream stream = streamOf(
                new Faults() {
                    @Override
                    public List<JsonNode> delivered(String account, JsonNode event) {
                        return is(event, 2) ? List.of(event, event) : List.of(event);
                    }
                },
                6);
        assertThat(stream.faults()).containsExactly(new StreamFault(StreamFault.Kind.DUPLICATE, room, 3, 2));
        assertThat(stream.received()).extracting(ChatEvent::seq).containsExactly(1L, 2L, 2L, 3L, 4L, 5L);
    }

    @Test
    void swappedPushesAreAGapAndALateArrival() throws Exception {
        List<JsonNode> kept = new ArrayList<>();
        RoomStream stream = streamOf(
                new Faults() {
                    @Override
                    public List<JsonNode> delivered(String account, JsonNode event) {
                        if (is(event, 2)) {
                            kept.add(event);
                            return List.of();
                        }
                        return is(event, 3) ? List.of(event, kept.get(0)) : List.of(event);
                    }
                },
                5);
        assertThat(stream.faults())
                .extracting(StreamFault::kind)
                .containsExactly(StreamFault.Kind.GAP, StreamFault.Kind.REORDERED);
    }

    @Test
    void anEventOfNoSuchSequenceIsAGap() throws Exception {
        RoomStream stream = streamOf(
                new Faults() {
                    @Override
                    public List<JsonNode> delivered(String account, JsonNode event) {
                        ObjectNode copy = event.deepCopy();
                        return is(event, 5) ? List.of(copy.put("seq", 50)) : List.of(event);
                    }
                },
                5);
        assertThat(stream.faults()).containsExactly(new StreamFault(StreamFault.Kind.GAP, room, 5, 50));
    }
}
