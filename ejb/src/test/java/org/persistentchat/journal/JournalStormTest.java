package org.persistentchat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.database.BreakableDataSource.Kind;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.stream.RecordingListener;

/** Clients that send again until they are answered, and a database that breaks at any step. */
class JournalStormTest {
    private static final long OPS = 11;
    private static final int CLIENTS = 3;
    private static final int POSTS = 30;
    private static final int FAULTS = 8;
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final int STEPS_BETWEEN = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Long> answers = new ConcurrentHashMap<>();
    private final List<Outcomes<Posted>> sent = Collections.synchronizedList(new ArrayList<>());

    @Test
    void nothingIsLostDoubledOrOutOfOrder() throws Exception {
        try (RunningLane running = new RunningLane(OPS)) {
            Random random = new Random(20261124);
            for (int fault = 0; fault < FAULTS; fault++) {
                Kind kind = KINDS.get(random.nextInt(KINDS.size()));
                running.database.breakable.breakAfterSteps(random.nextInt(STEPS_BETWEEN), kind);
            }
            running.start();
            RecordingListener listener = running.listenerIn(OPS);
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            List<Future<?>> working = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Person author = SamplePeople.person(2_000 + client, "client" + client);
                working.add(clients.submit(() -> sayEverything(running, author)));
            }
            for (Future<?> client : working) {
                client.get();
            }
            clients.shutdown();

            List<Long> all = LongStream.rangeClosed(1, CLIENTS * POSTS).boxed().toList();
            assertThat(running.database.sequences(OPS)).isEqualTo(all);
            assertThat(answers.values()).containsExactlyInAnyOrderElementsOf(all);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(listener.sequences()).isEqualTo(all));
            assertThat(sent).allSatisfy(outcome -> assertThat(outcome.answers()).isEqualTo(1));
            assertThat(running.database.records(RecordKind.POST)).hasSize(all.size());
            assertThat(sent).as("some had to send again").hasSizeGreaterThan(all.size());
        }
    }

    private void sayEverything(RunningLane running, Person author) {
        for (int post = 0; post < POSTS; post++) {
            String key = "k" + post;
            Posted answer = null;
            while (answer == null) {
                Outcomes<Posted> outcome = running.post(OPS, author, key);
                sent.add(outcome);
                outcome.awaitAnswer();
                answer = outcome.result();
            }
            answers.put(author.account() + "/" + key, answer.sequence());
        }
    }
}
