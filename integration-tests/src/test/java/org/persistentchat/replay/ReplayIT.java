package org.persistentchat.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.persistentchat.harness.OnSharedServer;
import org.persistentchat.harness.TestServer;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.replay.ReplayReport;

/** What was said is what is read, heard and archived, twice on the same database. */
@OnSharedServer
class ReplayIT {

    @Test
    void theSampleIsReplayedTwiceWithoutADifference(TestServer server) {
        for (String run : new String[] {"first", "second"}) {
            ReplayReport report = Replaying.sample(server, run, Progress.SILENT);

            assertThat(report.posts()).isGreaterThan(400);
            assertThat(report.passed()).as(report.text()).isTrue();
        }
    }
}
