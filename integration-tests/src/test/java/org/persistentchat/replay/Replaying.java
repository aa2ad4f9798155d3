package org.persistentchat.replay;

import java.util.List;
import org.persistentchat.harness.TestServer;
import org.persistentchat.loadtest.client.ChatServer;
import org.persistentchat.loadtest.client.Credentials;
import org.persistentchat.loadtest.irc.SampleLogs;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.replay.Replay;
import org.persistentchat.loadtest.replay.ReplayReport;
import org.persistentchat.loadtest.replay.ReplaySettings;
import org.persistentchat.loadtest.verify.ComplianceArchive;
import org.persistentchat.loadtest.verify.JdbcComplianceArchive;

/** Replays the sample that ships with the load tests. */
final class Replaying {
    private Replaying() {}

    static ReplayReport sample(TestServer server, String run, Progress progress) {
        return sample(server, run, progress, new JdbcComplianceArchive(server.complianceUrl(), "sa", "sa"));
    }

    /** Compares with what {@code archive} says was archived. */
    static ReplayReport sample(TestServer server, String run, Progress progress, ComplianceArchive archive) {
        Replay replay = new Replay(
                List.of(ChatServer.of(server.address().toString())),
                new Credentials("admin", "admin-demo"),
                ReplaySettings.of(run),
                progress);
        return replay.run(SampleLogs.read(), archive);
    }
}
