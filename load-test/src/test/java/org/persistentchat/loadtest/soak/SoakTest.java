package org.persistentchat.loadtest.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.loadtest.client.Credentials;
import org.persistentchat.loadtest.client.Waiting;
import org.persistentchat.loadtest.fake.FakeChat;
import org.persistentchat.loadtest.fake.FakeRoom;
import org.persistentchat.loadtest.fake.FakeServer;
import org.persistentchat.loadtest.fake.Faults;
import org.persistentchat.loadtest.progress.Progress;

/** A conversation over two doors of one chat: faultless, through faults of the doors, and with planted wrongs that the checks must find. */
class SoakTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ENOUGH = 60;

    private final FakeChat chat = new FakeChat();
    private final FakeServer first = FakeServer.start(chat);
    private volatile FakeServer second = FakeServer.start(chat);

    @AfterEach
    void close() {
        first.close();
        second.close();
        assertThat(chat.protocolErrors()).isEmpty();
    }

    /** A conversation that is disturbed in the middle and goes on for as long again. */
    private SoakReport conversation(Consumer<Soak> disturbance) {
        SoakSettings settings = new SoakSettings(
                List.of(first.address(), second.address()),
                false,
                new Credentials(FakeChat.ADMIN, FakeChat.ADMIN_PASSWORD),
                6,
                3,
                2,
                100,
                40,
                "soak",
                4,
                PATIENCE,
                7);
        try (Soak soak = Soak.open(settings, Progress.SILENT)) {
            spoken(soak, ENOUGH);
            disturbance.accept(soak);
            spoken(soak, 2 * ENOUGH);
            return soak.finish(chat);
        }
    }

    private static void spoken(Soak soak, int posts) {
        assertThat(Waiting.until(PATIENCE, () -> soak.acknowledged() >= posts)).isTrue();
    }

    @Test
    void aFaithfulChatHasNoDifferences() {
        SoakReport report = conversation(soak -> {});
        assertThat(report.first()).isEmpty();
        assertThat(report.passed()).isTrue();
        assertThat(report.acknowledged()).isGreaterThanOrEqualTo(2L * ENOUGH);
        assertThat(report.history()).isEqualTo(report.acknowledged());
        assertThat(report.archived()).isEqualTo(report.history());
        assertThat(report.received()).isEqualTo(4 * report.history());
        assertThat(report.absences().count()).isZero();
    }

    @Test
    void aDoorThatClosesAndOpensAgainLosesNothingAndIsMeasured() {
        SoakReport report = conversation(soak -> {
            soak.fault("the second door is closed");
            second.close();
            second = FakeServer.start(chat, second.port());
        });
        assertThat(report.first()).isEmpty();
        assertThat(report.passed()).isTrue();
        assertThat(report.absences().count()).isPositive();
        assertThat(report.absences().longest()).isPositive();
        assertThat(new SoakPage(report).html()).contains("the second door is closed", "class=\"mark\"");
    }

    @Test
    void anEventThatVanishesIsFound() {
        SoakReport report = conversation(soak -> history(events -> events.remove(3)));
        assertThat(report.passed()).isFalse();
        assertThat(report.differences()).containsKey("HISTORY MISSING");
    }

    @Test
    void eventsThatAreSwappedAreFound() {
        SoakReport report = conversation(soak -> history(events -> Collections.swap(events, 2, 3)));
        assertThat(report.differences()).containsKey("ACKNOWLEDGEMENT CHANGED");
    }

    @Test
    void anEventThatIsThereTwiceIsFound() {
        SoakReport report = conversation(soak -> history(events -> events.add(4, events.get(3))));
        assertThat(report.differences()).containsKey("HISTORY DUPLICATE");
    }

    @Test
    void aPushThatIsLostIsFoundAtOnePersonOnly() {
        chat.faults(new Faults() {
            @Override
            public List<JsonNode> delivered(String account, JsonNode event) {
                boolean planted = account.endsWith("-1") && event.path("seq").asLong() == 7;
                return planted ? List.of() : List.of(event);
            }
        });
        SoakReport report = conversation(soak -> {});
        assertThat(report.differences()).containsOnlyKeys("LISTENER MISSING", "CLIENT MISSING");
    }

    @Test
    void aRecordThatTheArchiveLacksOrRepeatsIsFound() {
        SoakReport report = conversation(soak -> {
            synchronized (chat) {
                List<FakeRoom> rooms = new ArrayList<>(chat.rooms());
                chat.archiveOf(rooms.get(0).id()).removeIf(record -> record.sequence() == 2);
                var records = chat.archiveOf(rooms.get(1).id());
                records.add(records.get(records.size() - 1));
            }
        });
        assertThat(report.differences()).containsKeys("COMPLIANCE MISSING", "COMPLIANCE DUPLICATE");
    }

    private void history(Consumer<List<com.fasterxml.jackson.databind.node.ObjectNode>> change) {
        synchronized (chat) {
            change.accept(chat.rooms().iterator().next().events());
        }
    }
}
