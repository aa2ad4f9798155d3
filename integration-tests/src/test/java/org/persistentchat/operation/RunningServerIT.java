package org.persistentchat.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.OnSharedServer;
import org.persistentchat.harness.Page;
import org.persistentchat.harness.ServerManagement;
import org.persistentchat.harness.TestServer;

/** What an administrator can ask a running server. */
@OnSharedServer
class RunningServerIT {
    /** WildFly's last line about a start without errors. */
    private static final String STARTED = "WFLYSRV0025";

    @Test
    void thePageIsServedAtTheRoot(TestServer server) {
        Page page = Page.get(server.address());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).containsIgnoringCase("<!doctype html>");
    }

    @Test
    void healthSaysThatItLivesAndIsReady(TestServer server) {
        assertThat(Page.get(server.management().resolve("health/live")).status())
                .isEqualTo(200);
        assertThat(Page.get(server.management().resolve("health/ready")).status())
                .isEqualTo(200);
    }

    @Test
    void metricsOfTheServerAndOfTheChatAreReadable(TestServer server) {
        Page metrics = Page.get(server.management().resolve("prometheus"));

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body()).contains("memory_used_heap").contains("persistentchat_");
    }

    @Test
    void aHealthyStartLogsNoWarningAndNoError(TestServer server) {
        List<String> log = server.log();

        assertThat(log).anyMatch(line -> line.contains(STARTED));
        assertThat(log.stream().takeWhile(line -> !line.contains(STARTED)))
                .noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR ") || line.contains(" FATAL "));
    }

    @Test
    void theLogNamesNoSystemProperties(TestServer server) {
        assertThat(server.log()).noneMatch(line -> line.contains("java.class.path"));
    }

    @Test
    void theBrokerTakesNobodyFromOutside(TestServer server) {
        try (ServerManagement operations = server.operations()) {
            String broker = operations
                    .execute(
                            "/subsystem=messaging-activemq/server=default",
                            "read-children-names",
                            Map.of("child-type", "http-acceptor"))
                    .toString();
            assertThat(broker).isEqualTo("[]");
        }
    }
}
