package org.persistentchat.replay;

import java.util.List;
import org.persistentchat.harness.TestServer;
import org.persistentchat.loadtest.client.ChatServer;
import org.persistentchat.loadtest.client.Credentials;
import org.persistentchat.loadtest.irc.ChannelLog;
import org.persistentchat.loadtest.irc.SampleLogs;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.replay.Replay;
import org.persistentchat.loadtest.replay.ReplayReport;
import org.persistentchat.loadtest.replay.ReplaySettings;
import org.persistentchat.loadtest.verify.ComplianceArchive;
import org.persistentchat.loadtest.verify.JdbcComplianceArchive;

/** Replays logs on a server: the sample that ships with the load tests, or others. */
final class Replaying {
    private Replaying() {}

    static ReplayReport sample(TestServer server, String run, Progress progress) {
        return of(
                SampleLogs.read(),
                server,
                run,
                progress,
                new JdbcComplianceArchive(server.complianceUrl(), "sa", "sa"));
    }

    /** Compares with what {@code archive} says was archived. */
    static ReplayReport of(
            List<ChannelLog> logs, TestServer server, String run, Progress progress, ComplianceArchive archive) {
        Replay replay = new Replay(
                List.of(ChatServer.of(server.address().toString())),
                new Credentials("admin", "admin-demo"),
                ReplaySettings.of(run),
                progress);
        return replay.run(logs, archive);
    }
}
