package org.persistentchat.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.TestServer;

/** A server comes back on its data, however it ended. */
class RestartIT {

    @Test
    void aServerComesBackAfterAStopAKillAndAPause() {
        try (TestServer server = TestServer.named("restart").start()) {
            Path content = server.layout().data().resolve("persistent-chat/content.mv.db");
            assertThat(content).exists();

            server.restart();
            assertThat(server.isReady()).isTrue();

            server.kill();
            assertThat(server.isReady()).isFalse();
            server.start();
            assertThat(server.isReady()).isTrue();

            server.pause();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !server.isReady());
            server.proceed();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(server::isReady);

            server.stop();
            assertThat(Files.exists(content)).isTrue();
            assertThat(server.log().stream().filter(line -> line.contains("Accounts for trying it out")))
                    .as("accounts are made or found at each of three starts")
                    .hasSize(3);
        }
    }
}
