package org.persistentchat.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.persistentchat.follow.AlertScan.Alert;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.room.RoomId;

/** The first alert of a room is told at once; of those within the second after it the newest is told. */
class AlertScanTest {
    private static final RoomId OPS = new RoomId(11);

    private long now;
    private final List<String> told = new ArrayList<>();
    private final Followers followers = new Followers();
    private final AlertScan scan = new AlertScan(
            followers, (follower, room, sequence) -> told.add(follower.person().account() + " " + sequence), () -> now);

    AlertScanTest() {
        followers.connected(SamplePeople.ana(), new RecordingReceiver());
        followers.connected(SamplePeople.ben(), new RecordingReceiver());
    }

    @Test
    void everybodyButTheAuthorIsGoneThrough() {
        scan.add(new Alert(OPS, 5, "ben"));
        scan.run();
        assertThat(told).containsExactly("ana 5");
        assertThat(scan.isEmpty()).isTrue();
    }

    @Test
    void ofManyAlertsInASecondTheNewestIsTold() {
        scan.add(new Alert(OPS, 5, "ben"));
        scan.run();
        for (long sequence = 9; sequence > 5; sequence--) {
            scan.add(new Alert(OPS, sequence, "ben"));
            scan.run();
        }
        now += TimeUnit.SECONDS.toNanos(1);
        scan.run();
        assertThat(told).containsExactly("ana 5", "ana 9");
    }
}
