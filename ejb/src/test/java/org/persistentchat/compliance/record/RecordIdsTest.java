package org.persistentchat.compliance.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Identities are unique and ordered, whatever the clock does. */
class RecordIdsTest {

    private static final long NOW = 0x017F22E279B0L; // the time of the RFC's example

    private final AtomicLong clock = new AtomicLong(NOW);
    private final RecordIds ids = new RecordIds(() -> Instant.ofEpochMilli(clock.get()), new SplittableRandom(1));

    @Test
    void anIdentityIsOfVersionSevenAndBeginsWithTheTime() {
        UUID id = ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id).asString().startsWith("017f22e2-79b0-7");
    }

    @Test
    void eachIsGreaterThanTheOneBeforeWithinAMillisecond() {
        List<UUID> many = Stream.generate(ids::next).limit(20_000).toList();
        assertThat(many).isSorted().doesNotHaveDuplicates().allMatch(id -> id.version() == 7);
    }

    @Test
    void eachIsGreaterThanTheOneBeforeWhenTheClockIsSetBack() {
        UUID before = ids.next();
        clock.addAndGet(-60_000);
        assertThat(ids.next()).isGreaterThan(before);
    }

    @Test
    void anIdentityOfALaterMillisecondIsGreater() {
        UUID before = ids.next();
        clock.incrementAndGet();
        UUID after = ids.next();
        assertThat(after).isGreaterThan(before).asString().startsWith("017f22e2-79b1-7");
    }

    @Test
    void threadsNeverGetTheSame() {
        RecordIds real = new RecordIds();
        List<CompletableFuture<List<UUID>>> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(CompletableFuture.supplyAsync(
                    () -> Stream.generate(real::next).limit(5_000).toList()));
        }
        Set<UUID> all = new HashSet<>();
        threads.forEach(thread -> all.addAll(thread.join()));
        assertThat(all).hasSize(20_000);
    }
}
