package org.persistentchat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.room.RoomId;

/** Who shows a room is told who is there: at most once a second, by name up to a limit, and the whole again after something was left out. */
class PresenceTest {
    private static final RoomId OPS = new RoomId(11);
    private static final RoomId LOBBY = new RoomId(12);
    private static final Person ANA = SamplePeople.ana();
    private static final Person BEN = SamplePeople.ben();
    private static final Person KIM = SamplePeople.person(1003, "kim");

    private long now;
    private int limit = 3;
    private final Presence presence = new Presence(() -> limit, () -> now);
    private final RecordingViewer viewer = new RecordingViewer();

    private void seconds(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
        presence.tick();
    }

    private void show() {
        presence.show(OPS, viewer);
    }

    @Test
    void theAnswerSaysWhoIsThereAndWhatFollowsIsTold() {
        presence.came(ANA, OPS);
        assertThat(RecordingViewer.text(presence.show(OPS, viewer))).isEqualTo("roster[ana]");
        presence.came(BEN, OPS);
        presence.came(KIM, OPS);
        presence.went(ANA, OPS);
        seconds(1);
        assertThat(viewer.takeTold()).containsExactly("2 +[ben,kim] -[ana]");
        assertThat(viewer.flushes).isEqualTo(1);
    }

    @Test
    void aPersonIsThereAsLongAsOneConnectionIs() {
        presence.came(ANA, OPS);
        show();
        presence.came(ANA, OPS);
        presence.went(ANA, OPS);
        seconds(1);
        assertThat(viewer.takeTold()).isEmpty();
        presence.went(ANA, OPS);
        seconds(1);
        assertThat(viewer.takeTold()).containsExactly("0 +[] -[ana]");
    }

    @Test
    void aRoomIsToldAtMostOnceASecond() {
        show();
        presence.came(ANA, OPS);
        seconds(1);
        now += TimeUnit.MILLISECONDS.toNanos(400);
        presence.came(BEN, OPS);
        presence.tick();
        assertThat(viewer.takeTold()).containsExactly("1 +[ana] -[]");
        now += TimeUnit.MILLISECONDS.toNanos(600);
        presence.tick();
        assertThat(viewer.takeTold()).containsExactly("2 +[ben] -[]");
    }

    @Test
    void whoComesAndGoesWithinASecondIsToldAsGone() {
        show();
        presence.came(ANA, OPS);
        presence.went(ANA, OPS);
        seconds(1);
        assertThat(viewer.takeTold()).containsExactly("0 +[] -[ana]");
    }

    @Test
    void aboveTheLimitOnlyTheCountGoesOnAndBelowItTheRosterComesBack() {
        show();
        presence.came(ANA, OPS);
        presence.came(BEN, OPS);
        presence.came(KIM, OPS);
        seconds(1);
        Person max = SamplePeople.person(1004, "max");
        presence.came(max, OPS);
        seconds(1);
        presence.went(KIM, OPS);
        presence.came(SamplePeople.person(1005, "eva"), OPS);
        seconds(1);
        presence.went(max, OPS);
        seconds(1);
        assertThat(viewer.takeTold())
                .containsExactly("3 +[ana,ben,kim] -[]", "only 4", "only 4", "roster[ana,ben,eva]");
    }

    @Test
    void aRoomThatIsTooLargeAnswersWithItsCount() {
        for (int i = 0; i < 5; i++) {
            presence.came(SamplePeople.person(2000 + i, "p" + i), OPS);
        }
        assertThat(RecordingViewer.text(presence.show(OPS, viewer))).isEqualTo("only 5");
    }

    @Test
    void aLimitChangedAtRunTimeHoldsFromTheNextRoundOn() {
        presence.came(ANA, OPS);
        presence.came(BEN, OPS);
        show();
        limit = 1;
        presence.came(KIM, OPS);
        seconds(1);
        assertThat(viewer.takeTold()).containsExactly("only 3");
    }

    @Test
    void moreChangesThanTheLimitAreToldAsTheWholeRoster() {
        show();
        for (int i = 0; i < 5; i++) {
            presence.came(SamplePeople.person(2000 + i, "p" + i), OPS);
        }
        for (int i = 0; i < 4; i++) {
            presence.went(SamplePeople.person(2000 + i, "p" + i), OPS);
        }
        seconds(1);
        assertThat(viewer.takeTold()).containsExactly("roster[p4]");
    }

    @Test
    void whoIsBehindGetsTheWholeWhenTheyHaveCaughtUp() {
        RecordingViewer quick = new RecordingViewer();
        presence.show(OPS, quick);
        show();
        viewer.behind = true;
        presence.came(ANA, OPS);
        seconds(1);
        presence.came(BEN, OPS);
        presence.typing(BEN, OPS);
        seconds(1);
        viewer.behind = false;
        seconds(1);
        assertThat(viewer.takeTold()).containsExactly("roster[ana,ben]", "typing[ben]");
        assertThat(quick.takeTold()).containsExactly("1 +[ana] -[]", "2 +[ben] -[]", "typing[ben]");
    }

    @Test
    void whoHidesTheRoomIsToldNothingMore() {
        show();
        presence.hide(OPS, viewer);
        presence.came(ANA, OPS);
        seconds(1);
        assertThat(viewer.takeTold()).isEmpty();
        assertThat(RecordingViewer.text(presence.show(OPS, viewer))).isEqualTo("roster[ana]");
        seconds(1);
        assertThat(viewer.takeTold()).isEmpty();
    }

    @Test
    void roomsAreToldEachByItself() {
        show();
        presence.came(ANA, LOBBY);
        seconds(1);
        assertThat(viewer.takeTold()).isEmpty();
    }

    @Test
    void everyViewerGetsTheSamePushSoThatItIsEncodedOnce() {
        RecordingViewer other = new RecordingViewer();
        show();
        presence.show(OPS, other);
        presence.came(ANA, OPS);
        seconds(1);
        assertThat(viewer.pushes.get(0)).isSameAs(other.pushes.get(0));
    }

    @Test
    void aRoomThatVeryManyShowIsToldLessOften() {
        for (int i = 0; i < 2_000; i++) {
            presence.show(OPS, new RecordingViewer());
        }
        show();
        presence.came(ANA, OPS);
        seconds(1);
        presence.came(BEN, OPS);
        seconds(2);
        assertThat(viewer.takeTold()).containsExactly("1 +[ana] -[]");
        seconds(1);
        assertThat(viewer.takeTold()).containsExactly("2 +[ben] -[]");
    }
}
