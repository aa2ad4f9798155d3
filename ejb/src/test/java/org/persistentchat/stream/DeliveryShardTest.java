package org.persistentchat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One thread, one task after the other, one flush a round. */
class DeliveryShardTest {
    private final RunningShard running = new RunningShard(new PlayedSource());
    private final RecordingListener ana = new RecordingListener();

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aListenerTouchedManyTimesInARoundIsFlushedOnce() throws InterruptedException {
        CountDownLatch gathered = new CountDownLatch(1);
        running.shard().offer(() -> await().until(() -> gathered.getCount() == 0));
        for (int i = 0; i < 5; i++) {
            running.shard().offer(() -> running.shard().touch(ana));
        }
        gathered.countDown();
        await().until(() -> ana.flushes() > 0);
        running.run(() -> {});
        running.run(() -> {});
        assertThat(ana.flushes()).isEqualTo(1);
    }

    @Test
    void aTaskThatFailsHurtsNoOther() {
        running.shard().offer(() -> {
            throw new IllegalStateException("a defect");
        });
        assertThat(running.ask(() -> "still here")).isEqualTo("still here");
    }

    @Test
    void aFlushThatFailsHurtsNoOther() {
        Listener defective = new Listener() {
            @Override
            public void deliver(org.persistentchat.event.EventBatch batch) {}

            @Override
            public void flush() {
                throw new IllegalStateException("a defect");
            }
        };
        running.run(() -> {
            running.shard().touch(defective);
            running.shard().touch(ana);
        });
        await().until(() -> ana.flushes() == 1);
    }

    @Test
    void whenTooMuchWaitsAnOfferIsRefusedAndAPutWaits() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        running.shard().offer(() -> {
            begun.countDown();
            await().until(() -> busy.getCount() == 0);
        });
        begun.await();
        while (running.shard().offer(() -> {})) {
            // until full
        }
        Thread waiting = new Thread(() -> {
            try {
                running.shard().put(() -> done.set(true));
            } catch (InterruptedException unexpected) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.start();
        assertThat(running.shard().offer(() -> {})).isFalse();
        assertThat(done).isFalse();
        busy.countDown();
        waiting.join();
        await().untilTrue(done);
    }

    @Test
    void afterTheStopTheThreadEndsAndAPutDoesNotWaitForEver() throws InterruptedException {
        running.close();
        assertThat(running.isAlive()).isFalse();
        running.shard().put(() -> {});
    }
}
