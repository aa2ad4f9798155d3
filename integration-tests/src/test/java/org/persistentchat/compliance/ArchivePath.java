package org.persistentchat.compliance;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.persistentchat.harness.ServerManagement;
import org.persistentchat.harness.TestServer;

/** The way from the outbox to the archive: how much is on it, and a bar across it. */
final class ArchivePath {

    private static final String QUEUE = "/subsystem=messaging-activemq/server=default/jms-queue=ComplianceRecords";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double CAUGHT_UP_SECONDS = 3;

    private final TestServer server;

    ArchivePath(TestServer server) {
        this.server = server;
    }

    /** The broker goes on taking messages and delivers none, until {@link #resume()} or its restart. */
    void pause() {
        queue("pause");
    }

    void resume() {
        queue("resume");
    }

    void awaitBatchesWaiting() {
        await("batches wait in the outbox", () -> outboxBatches() > 0);
    }

    /** Nothing is left that could still arrive: neither in the outbox nor, of what was sent more than once, in the queue. */
    void awaitEmpty() {
        await(
                "the outbox and the queue are empty",
                () -> outboxBatches() == 0 && queued() == 0 && outboxBatches() == 0);
    }

    /** The archive is less than a few seconds behind, while more is said. */
    void awaitCaughtUp() {
        await("the archive has caught up", () -> secondsBehind() < CAUGHT_UP_SECONDS);
    }

    double secondsBehind() {
        return server.metric("persistentchat_compliance_outbox_age_seconds");
    }

    void awaitFailuresOfTheArchive() {
        await(
                "the archive could not store",
                () -> server.metric("persistentchat_compliance_archive_failures_total") > 0);
    }

    double outboxBatches() {
        return server.metric("persistentchat_compliance_outbox_batches");
    }

    private long queued() {
        try (ServerManagement operations = server.operations()) {
            return operations
                            .execute(QUEUE, "read-attribute", Map.of("name", "message-count"))
                            .asLong()
                    + operations
                            .execute(QUEUE, "read-attribute", Map.of("name", "delivering-count"))
                            .asLong();
        }
    }

    private void queue(String operation) {
        try (ServerManagement operations = server.operations()) {
            operations.execute(QUEUE, operation);
        }
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(PATIENCE).until(condition);
    }
}
