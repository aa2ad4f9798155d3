package org.persistentchat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.persistentchat.journal.JournalDatabase.batch;
import static org.persistentchat.journal.JournalDatabase.keyOf;
import static org.persistentchat.journal.JournalDatabase.post;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;

/** Several writers, of one server and of two, on one database. */
class JournalConcurrencyTest {
    private static final Person ANA = SamplePeople.ana();
    private static final long OPS = 11;
    private static final long LOBBY = 12;
    private static final int WRITERS = 4;
    private static final int ROUNDS = 25;

    private final JournalDatabase database = new JournalDatabase(OPS, LOBBY);
    private final JournalTransaction first = database.server(1);
    private final JournalTransaction second = database.server(2);

    /** Runs a task for each writer at once and gives what they return. */
    private static <T> List<T> atOnce(int writers, WriterTask<T> task) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(writers);
        CyclicBarrier together = new CyclicBarrier(writers);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                Callable<T> own = task.of(writer, together);
                running.add(executor.submit(own));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : running) {
                results.add(result.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    private interface WriterTask<T> {
        Callable<T> of(int writer, CyclicBarrier together);
    }

    private JournalTransaction serverOf(int writer) {
        return writer % 2 == 0 ? first : second;
    }

    @Test
    void writersOfTwoServersLeaveDenseSequencesWithoutDeadlock() throws Exception {
        List<Set<Long>> sequences = atOnce(WRITERS, (writer, together) -> () -> {
            Set<Long> own = new HashSet<>();
            for (int round = 0; round < ROUNDS; round++) {
                String key = writer + "-" + round;
                Committed committed = serverOf(writer)
                        .commit(
                                writer < 2
                                        ? batch(post(OPS, ANA, key), post(LOBBY, ANA, key))
                                        : batch(post(LOBBY, ANA, key), post(OPS, ANA, key)));
                own.add(java.util.Objects.requireNonNull(committed.answers().get(keyOf(OPS, ANA, key)))
                        .sequence());
            }
            return own;
        });
        List<Long> all =
                LongStream.rangeClosed(1, (long) WRITERS * ROUNDS).boxed().toList();
        assertThat(database.sequences(OPS)).isEqualTo(all);
        assertThat(database.sequences(LOBBY)).isEqualTo(all);
        assertThat(sequences.stream().flatMap(Set::stream).sorted()).isEqualTo(all);
        assertThat(database.records()).hasSize(2 * WRITERS * ROUNDS);
    }

    @Test
    void aKeyThatComesToTwoServersAtTheSameMomentIsOnePost() throws Exception {
        List<List<Posted>> answers = atOnce(2, (writer, together) -> () -> {
            List<Posted> own = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                together.await();
                Committed committed = serverOf(writer)
                        .commit(batch(post(OPS, ANA, "k" + round), post(OPS, ANA, writer + "o" + round)));
                own.add(java.util.Objects.requireNonNull(committed.answers().get(keyOf(OPS, ANA, "k" + round))));
            }
            return own;
        });
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
        assertThat(database.sequences(OPS))
                .isEqualTo(LongStream.rangeClosed(1, 3L * ROUNDS).boxed().toList());
        assertThat(database.records()).as("one record a post").hasSize(3 * ROUNDS);
    }
}
