package org.persistentchat.loadtest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.loadtest.client.Credentials;
import org.persistentchat.loadtest.fake.FakeChat;
import org.persistentchat.loadtest.fake.FakeRoom;
import org.persistentchat.loadtest.fake.FakeServer;
import org.persistentchat.loadtest.fake.Faults;
import org.persistentchat.loadtest.irc.ChannelLog;
import org.persistentchat.loadtest.irc.SampleLogs;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.verify.ArchivedRecord;
import org.persistentchat.loadtest.verify.ComplianceArchive;

/** A whole replay and its verification, on a faithful and on a faulty server. */
class ReplayTest {
    private final FakeChat chat = new FakeChat();
    private volatile FakeServer server = FakeServer.start(chat);
    private ComplianceArchive archive = chat;

    @AfterEach
    void close() {
        server.close();
        assertThat(chat.protocolErrors()).isEmpty();
    }

    /** Two channels of the sample. */
    private ReplayReport replay(String run, Progress progress) {
        return replay(run, progress, SampleLogs.read().subList(0, 2));
    }

    private ReplayReport replay(String run, Progress progress, List<ChannelLog> logs) {
        ReplaySettings settings = new ReplaySettings(run, "Replayed chat", 2, 8, 4, 0, Duration.ofSeconds(3));
        Credentials administrator = new Credentials(FakeChat.ADMIN, FakeChat.ADMIN_PASSWORD);
        return new Replay(List.of(server.address()), administrator, settings, progress).run(logs, archive);
    }

    /** Calls back once when so many lines are posted. */
    private static Progress when(int posts, Runnable action) {
        AtomicInteger done = new AtomicInteger();
        return new Progress() {
            @Override
            public void phase(String name, long total) {
                // only posts are counted
            }

            @Override
            public void step() {
                if (done.incrementAndGet() == posts) {
                    action.run();
                }
            }
        };
    }

    @Test
    void aFaithfulServerHasNoDifferencesTwice() {
        ReplayReport first = replay("one", Progress.SILENT, SampleLogs.read());
        assertThat(first.firstDifferences()).isEmpty();
        assertThat(first.passed()).isTrue();
        assertThat(first.posts()).isGreaterThan(300);
        assertThat(first.rooms()).allSatisfy(room -> {
            assertThat(room.history()).isEqualTo(room.posts());
            assertThat(room.archived()).isEqualTo(room.posts());
            assertThat(room.received()).isEqualTo(2L * room.posts());
        });
        assertThat(replay("two", Progress.SILENT).passed()).isTrue();
        assertThat(chat.rooms()).extracting(FakeRoom::name).contains("rust one", "rust two");
    }

    @Test
    void aServerThatDiesAndComesBackLosesNothing() {
        ReplayReport report = replayWithACrash("crash");
        assertThat(report.firstDifferences()).isEmpty();
        assertThat(report.reconnects()).isPositive();
    }

    private ReplayReport replayWithACrash(String run) {
        CompletableFuture<Void> restarted = new CompletableFuture<>();
        ReplayReport report = replay(run, when(60, () -> {
            Runnable restart = () -> {
                server.close();
                server = FakeServer.start(chat, server.port());
                restarted.complete(null);
            };
            new Thread(restart, "restart").start();
        }));
        assertThat(restarted).isCompleted();
        return report;
    }

    /** After a crash the archive has more parts than are certain: they must not stand in for those that are still under way. */
    @Test
    void partsThatReachTheArchiveLateAreWaitedForAfterACrashToo() {
        archive = new LateParts();
        assertThat(replayWithACrash("late").firstDifferences()).isEmpty();
    }

    /** The archive, which gets the last parts of a room only after it was asked for parts a few times. */
    private final class LateParts implements ComplianceArchive {
        private static final int LATE = 3;
        private static final int ASKED = 5;
        private final Map<String, Integer> asked = new HashMap<>();

        @Override
        public Map<String, Long> counts(String room, String kind) {
            if (kind.equals("PART")) {
                asked.merge(room, 1, Integer::sum);
            }
            return ComplianceArchive.super.counts(room, kind);
        }

        @Override
        public List<ArchivedRecord> records(String room) {
            List<ArchivedRecord> records = new ArrayList<>(chat.records(room));
            if (asked.getOrDefault(room, 0) < ASKED) {
                List<ArchivedRecord> parts = records.stream()
                        .filter(record -> record.kind().equals("PART"))
                        .toList();
                records.removeAll(parts.subList(Math.max(0, parts.size() - LATE), parts.size()));
            }
            return records;
        }
    }

    @Test
    void aLineThatVanishesFromHistoryIsReported() {
        ReplayReport report = replay("lossy", when(100, () -> {
            FakeRoom rust = room("rust lossy");
            synchronized (chat) {
                rust.events().remove(3);
            }
        }));
        assertThat(report.passed()).isFalse();
        assertThat(report.differencesBySort()).containsKeys("HISTORY MISSING", "HISTORY ORDER");
    }

    @Test
    void aPushThatIsRepeatedIsReported() {
        chat.faults(new Faults() {
            @Override
            public List<JsonNode> delivered(String account, JsonNode event) {
                boolean planted =
                        account.startsWith("listener1-") && event.path("seq").asLong() == 7;
                return planted ? List.of(event, event) : List.of(event);
            }
        });
        ReplayReport report = replay("twice", Progress.SILENT);
        assertThat(report.differencesBySort())
                .containsEntry("LISTENER DUPLICATE", 1L)
                .containsEntry("CLIENT DUPLICATE", 1L);
    }

    @Test
    void aRecordThatTheArchiveLacksIsReported() {
        ReplayReport report = replay("forgetful", when(100, () -> {
            FakeRoom rust = room("rust forgetful");
            synchronized (chat) {
                chat.archiveOf(id(rust)).removeIf(record -> record.sequence() == 2);
            }
        }));
        assertThat(report.differencesBySort()).containsOnlyKeys("COMPLIANCE MISSING");
    }

    private FakeRoom room(String name) {
        return chat.rooms().stream()
                .filter(room -> room.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String id(FakeRoom room) {
        return room.id();
    }
}
