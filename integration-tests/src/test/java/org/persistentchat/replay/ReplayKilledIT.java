package org.persistentchat.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.TestServer;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.replay.ReplayReport;

/** The server dies in the middle of conversations; nothing acknowledged is lost, nothing is there twice, no listener has a gap. */
class ReplayKilledIT {
    private static final int KILLED_AFTER_POSTS = 150;

    @Test
    void aServerKilledInTheMiddleLosesNothingAndRepeatsNothing() {
        try (TestServer server = TestServer.named("replay-killed").start()) {
            KillAndRestart kill = new KillAndRestart(server);
            ReplayReport report = Replaying.sample(server, "killed", kill);
            kill.restarted.join();

            assertThat(kill.done).isTrue();
            assertThat(report.reconnects()).as("connections that came back").isPositive();
            assertThat(report.passed()).as(report.text()).isTrue();
        }
    }

    /** Kills the server when so many posts are acknowledged, and starts it again on its data. */
    private static final class KillAndRestart implements Progress {
        private final TestServer server;
        private final AtomicInteger posts = new AtomicInteger();
        private final AtomicBoolean done = new AtomicBoolean();
        private final CompletableFuture<Void> restarted = new CompletableFuture<>();
        private volatile boolean posting;

        KillAndRestart(TestServer server) {
            this.server = server;
        }

        @Override
        public void phase(String name, long total) {
            posting = name.equals("posts");
        }

        @Override
        public void step() {
            if (posting && posts.incrementAndGet() >= KILLED_AFTER_POSTS && done.compareAndSet(false, true)) {
                new Thread(this::killAndRestart, "kill-and-restart").start();
            }
        }

        private void killAndRestart() {
            try {
                server.kill();
                server.start();
                restarted.complete(null);
            } catch (RuntimeException | AssertionError failure) {
                restarted.completeExceptionally(failure);
            }
        }
    }
}
