package org.persistentchat.web.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several rooms talk to several connections at once; sockets complete within the call, later from their own thread, or from another. */
class FrameWriterStressTest {
    private static final int ROOMS = 4;
    private static final int CONNECTIONS = 6;
    private static final int MESSAGES = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExecutorService ioThread = Executors.newSingleThreadExecutor();
    private final ExecutorService otherThread = Executors.newSingleThreadExecutor();
    private final ExecutorService roomThreads = Executors.newFixedThreadPool(ROOMS);

    @AfterEach
    void stopThreads() {
        ioThread.shutdownNow();
        otherThread.shutdownNow();
        roomThreads.shutdownNow();
    }

    @Test
    void everyMessageArrivesOnceAndInTheOrderOfItsRoom() throws InterruptedException {
        SendRounds rounds = new SendRounds();
        List<Socket> sockets = new CopyOnWriteArrayList<>();
        List<FrameWriter> writers = new CopyOnWriteArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Socket socket = new Socket();
            sockets.add(socket);
            writers.add(new FrameWriter(socket, rounds, new Traffic(), Integer.MAX_VALUE, Integer.MAX_VALUE));
        }
        CountDownLatch spoken = new CountDownLatch(ROOMS);
        for (int room = 0; room < ROOMS; room++) {
            String name = "room" + room + " ";
            roomThreads.execute(() -> {
                for (int i = 0; i < MESSAGES; i++) {
                    byte[] message = (name + i).getBytes(StandardCharsets.UTF_8);
                    for (FrameWriter writer : writers) {
                        writer.offer(message);
                        writer.flush();
                    }
                }
                spoken.countDown();
            });
        }
        spoken.await();
        for (Socket socket : sockets) {
            Awaitility.await().atMost(PATIENCE).until(() -> socket.received.get() == ROOMS * MESSAGES);
            assertThat(socket.disorder).isEmpty();
        }
    }

    /** Checks what comes as it comes. */
    private final class Socket implements FrameSender {
        final AtomicInteger received = new AtomicInteger();
        final List<String> disorder = new CopyOnWriteArrayList<>();
        private final Map<String, Integer> next = new HashMap<>();
        private final AtomicBoolean busy = new AtomicBoolean();
        private final SplittableRandom random = new SplittableRandom(7);

        @Override
        public Executor ioThread() {
            return ioThread;
        }

        @Override
        public void sendText(ByteBuffer text, Completion completion) {
            if (!busy.compareAndSet(false, true)) {
                disorder.add("two frames at once");
            }
            for (String message : StandardCharsets.UTF_8.decode(text).toString().split("\n", -1)) {
                String[] roomAndNumber = message.split(" ", -1);
                int expected = next.merge(roomAndNumber[0], 1, Integer::sum) - 1;
                if (Integer.parseInt(roomAndNumber[1]) != expected) {
                    disorder.add(message + " instead of " + expected);
                }
                received.incrementAndGet();
            }
            int how = random.nextInt(3);
            busy.set(false);
            if (how == 0) {
                completion.sent();
            } else {
                (how == 1 ? ioThread : otherThread).execute(completion::sent);
            }
        }

        @Override
        public void close(CloseCode code) {}

        @Override
        public void abort() {}

        @Override
        public void suspendReading() {}

        @Override
        public void resumeReading() {}
    }
}
