package org.persistentchat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.database.BreakableDataSource.Kind;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.room.RoomId;
import org.persistentchat.stream.RecordingListener;

/** Every post is answered once, whatever the database does, and the room hears what was committed. */
class JournalLaneTest {
    private static final Person ANA = SamplePeople.ana();
    private static final long OPS = 11;
    private static final long MISSING = 99;

    private final RunningLane running = new RunningLane(OPS);

    @AfterEach
    void stop() {
        running.close();
    }

    private static void answered(Outcomes<?>... outcomes) {
        for (Outcomes<?> outcome : outcomes) {
            outcome.awaitAnswer();
        }
    }

    private static long sequence(Outcomes<Posted> outcome) {
        return java.util.Objects.requireNonNull(outcome.result()).sequence();
    }

    @Test
    void aPostIsAnsweredAndHeardAfterItsCommit() {
        running.start();
        RecordingListener listener = running.listenerIn(OPS);
        Outcomes<Posted> outcome = running.post(OPS, ANA, "a");
        answered(outcome);
        assertThat(running.database.sequences(OPS)).containsExactly(1L);
        assertThat(sequence(outcome)).isEqualTo(1);
        await().untilAsserted(() -> assertThat(listener.sequences()).containsExactly(1L));
    }

    @Test
    void whatHasQueuedBecomesOneTransaction() {
        List<Outcomes<Posted>> outcomes = IntStream.range(0, 100)
                .mapToObj(index -> running.post(OPS, ANA, "k" + index))
                .toList();
        running.start();
        outcomes.forEach(JournalLaneTest::answered);
        assertThat(running.followers.transactions()).isEqualTo(1);
        assertThat(running.database.outboxRows()).isEqualTo(1);
        assertThat(outcomes).extracting(JournalLaneTest::sequence).isSorted();
    }

    @Test
    void aTransactionHasABound() {
        List<Outcomes<Posted>> outcomes = IntStream.range(0, 1_100)
                .mapToObj(index -> running.post(OPS, ANA, "k" + index))
                .toList();
        running.start();
        outcomes.forEach(JournalLaneTest::answered);
        assertThat(running.followers.transactions()).isEqualTo(3);
    }

    @Test
    void everyRepetitionInABatchIsAnsweredAlike() {
        Outcomes<Posted> first = running.post(OPS, ANA, "a");
        Outcomes<Posted> second = running.post(OPS, ANA, "a");
        running.start();
        answered(first, second);
        assertThat(second.result()).isEqualTo(first.result()).isNotNull();
    }

    @Test
    void aPostToAMissingRoomIsRefusedAndTheOthersAreWritten() {
        Outcomes<Posted> lost = running.post(MISSING, ANA, "a");
        Outcomes<Posted> good = running.post(OPS, ANA, "a");
        running.start();
        answered(lost, good);
        assertThat(lost.refusal()).isEqualTo(ErrorCode.ROOM_NOT_FOUND);
        assertThat(sequence(good)).isEqualTo(1);
    }

    @Test
    void aFullLaneTakesNothingMore() {
        List<Outcomes<Posted>> taken = new ArrayList<>();
        for (int index = 0; index < 16_384; index++) {
            taken.add(running.post(OPS, ANA, "k" + index));
        }
        assertThat(running.lane.offer(JournalDatabase.post(OPS, ANA, "one more")))
                .isFalse();
        assertThat(taken).allSatisfy(outcome -> assertThat(outcome.answers()).isZero());
    }

    @Test
    void aPartIsTakenByAFullLaneAndWritten() {
        for (int index = 0; index < 16_384; index++) {
            running.post(OPS, ANA, "k" + index);
        }
        assertThat(running.lane.offerPart(running.database.parted(OPS, ANA))).isTrue();
        running.start();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        assertThat(running.database.records(RecordKind.PART)).hasSize(1));
        running.lane.stop();
        assertThat(running.lane.offerPart(running.database.parted(OPS, ANA))).isFalse();
    }

    @Test
    void eventsOfACommitWaitForTheRightsThatTheyWereCommittedUnder() {
        running.rights.meanwhile = () -> {
            running.database.content.execute("UPDATE change_head SET change_id = 6");
            running.rights.reachable = false;
        };
        running.start();
        RecordingListener listener = running.listenerIn(OPS);
        Outcomes<Posted> outcome = running.post(OPS, ANA, "a");
        answered(outcome);
        assertThat(sequence(outcome)).isEqualTo(1);
        await().until(() -> running.rights.asked.size() > 2);
        assertThat(listener.sequences()).isEmpty();
        assertThat(running.followers.heads()).isEmpty();

        running.rights.reachable = true;
        await().untilAsserted(() -> assertThat(listener.sequences()).containsExactly(1L));
        assertThat(running.followers.heads()).containsExactly(Map.entry(new RoomId(OPS), 1L));
    }

    @Test
    void whileTheDatabaseCannotBeReachedPostsGetARetryableErrorAndTheLaneRecovers() {
        running.database.breakable.unreachable(true);
        Outcomes<Posted> first = running.post(OPS, ANA, "a");
        Outcomes<Posted> second = running.post(OPS, ANA, "b");
        running.start();
        answered(first, second);
        assertThat(first.refusal()).isEqualTo(ErrorCode.UNAVAILABLE).matches(ErrorCode::retryable);
        assertThat(second.refusal()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(running.followers.failures()).isEqualTo(1);

        running.database.breakable.unreachable(false);
        Outcomes<Posted> again = running.post(OPS, ANA, "a");
        answered(again);
        assertThat(sequence(again)).isEqualTo(1);
        assertThat(first.answers() + second.answers() + again.answers()).isEqualTo(3);
    }

    @Test
    void aCommitThatDidNotHappenIsDoneByTheResend() {
        running.start();
        RecordingListener listener = running.listenerIn(OPS);
        running.database.breakable.breakAt("commit", Kind.BREAKS_BEFORE);
        Outcomes<Posted> lost = running.post(OPS, ANA, "a");
        answered(lost);
        assertThat(lost.refusal()).isEqualTo(ErrorCode.UNAVAILABLE);
        Outcomes<Posted> again = running.post(OPS, ANA, "a");
        answered(again);
        assertThat(sequence(again)).isEqualTo(1);
        await().untilAsserted(() -> assertThat(listener.sequences()).containsExactly(1L));
    }

    @Test
    void aCommitWhoseAnswerWasLostIsHeardWithoutAnyFurtherPost() {
        running.start();
        RecordingListener listener = running.listenerIn(OPS);
        running.database.breakable.breakAt("commit", Kind.BREAKS_AFTER);
        Outcomes<Posted> lost = running.post(OPS, ANA, "a");
        answered(lost);
        assertThat(lost.refusal()).isEqualTo(ErrorCode.UNAVAILABLE);
        await().untilAsserted(() -> assertThat(listener.sequences()).containsExactly(1L));
        await().untilAsserted(
                        () -> assertThat(running.followers.heads()).containsExactly(Map.entry(new RoomId(OPS), 1L)));

        Outcomes<Posted> again = running.post(OPS, ANA, "a");
        Outcomes<Posted> next = running.post(OPS, ANA, "b");
        answered(again, next);
        assertThat(sequence(again)).isEqualTo(1);
        assertThat(sequence(next)).isEqualTo(2);
        await().untilAsserted(() -> assertThat(listener.sequences()).containsExactly(1L, 2L));
        assertThat(running.database.sequences(OPS)).containsExactly(1L, 2L);
    }

    @Test
    void aComparisonThatFailsIsDoneAgain() {
        running.start();
        RecordingListener listener = running.listenerIn(OPS);
        running.database.breakable.breakAt("commit", Kind.BREAKS_AFTER);
        running.database.breakable.breakAt("connect", Kind.REFUSED);
        running.database.breakable.breakAt("connect", Kind.DEFECT);
        Outcomes<Posted> lost = running.post(OPS, ANA, "a");
        await().untilAsserted(() -> assertThat(listener.sequences()).containsExactly(1L));
        assertThat(lost.answers()).isEqualTo(1);
    }

    @Test
    void aDefectIsAnsweredOnceAndTheLaneGoesOn() {
        running.database.breakable.breakAt("connect", Kind.DEFECT);
        Outcomes<Posted> unlucky = running.post(OPS, ANA, "a");
        Outcomes<Observation> seen = running.join(OPS, ANA);
        running.start();
        answered(unlucky, seen);
        assertThat(unlucky.refusal()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(seen.refusal()).isEqualTo(ErrorCode.INTERNAL);
        Outcomes<Posted> next = running.post(OPS, ANA, "a");
        answered(next);
        assertThat(sequence(next)).isEqualTo(1);
    }

    @Test
    void aFollowerThatFailsTakesNothingBack() {
        running.followers.fail();
        running.start();
        RecordingListener listener = running.listenerIn(OPS);
        Outcomes<Posted> first = running.post(OPS, ANA, "a");
        answered(first);
        Outcomes<Posted> second = running.post(OPS, ANA, "b");
        answered(second);
        assertThat(List.of(sequence(first), sequence(second))).containsExactly(1L, 2L);
        await().untilAsserted(() -> assertThat(listener.sequences()).containsExactly(1L, 2L));
        assertThat(first.answers() + second.answers()).isEqualTo(2);
    }

    @Test
    void whoFailsAtTheAnswerKeepsNothingFromTheOthers() {
        Outcomes<Posted> defective = new Outcomes<>() {
            @Override
            public synchronized void committed(Posted result) {
                throw new IllegalStateException("a defect of a transport");
            }
        };
        running.lane.offer(JournalDatabase.post(OPS, ANA, "a", defective));
        Outcomes<Posted> other = running.post(OPS, ANA, "b");
        RecordingListener listener = running.listenerIn(OPS);
        running.start();
        answered(other);
        await().untilAsserted(() -> assertThat(listener.sequences()).containsExactly(1L, 2L));
    }

    @Test
    void observationsOutliveAnOutageAndAreWrittenOnce() {
        running.database.breakable.unreachable(true);
        Outcomes<Observation> seen = running.join(OPS, ANA);
        running.start();
        answered(seen);
        assertThat(seen.result()).as("who comes is let in").isNotNull();
        assertThat(running.database.records()).isEmpty();
        running.database.breakable.unreachable(false);
        await().untilAsserted(() ->
                assertThat(running.database.records(RecordKind.JOIN)).hasSize(1));
        answered(running.post(OPS, ANA, "a"));
        assertThat(running.database.records(RecordKind.JOIN)).hasSize(1);
        assertThat(seen.answers()).isEqualTo(1);
    }

    @Test
    void anObservationWrittenAgainAfterAnUncertainCommitIsTheSameRecord() {
        running.database.breakable.breakAt("commit", Kind.BREAKS_AFTER);
        Outcomes<Observation> seen = running.join(OPS, ANA);
        running.start();
        answered(seen);
        await().until(() -> running.followers.transactions() == 1);
        assertThat(running.database
                        .records(RecordKind.JOIN)
                        .map(ComplianceRecord::recordId)
                        .distinct())
                .as("the archive keeps each record once")
                .hasSize(1);
    }

    @Test
    void atTheStopWhatWaitsIsWrittenAndNothingMoreIsTaken() {
        List<Outcomes<Posted>> outcomes = IntStream.range(0, 50)
                .mapToObj(index -> running.post(OPS, ANA, "k" + index))
                .toList();
        running.lane.stop();
        assertThat(running.lane.offer(JournalDatabase.post(OPS, ANA, "late"))).isFalse();
        running.start();
        assertThat(running.ended()).isTrue();
        outcomes.forEach(JournalLaneTest::answered);
        assertThat(running.database.sequences(OPS))
                .isEqualTo(LongStream.rangeClosed(1, 50).boxed().toList());
    }

    @Test
    void atTheStopObservationsThatWereKeptAreWritten() {
        running.database.breakable.unreachable(true);
        running.start();
        answered(running.join(OPS, ANA));
        running.lane.stop();
        running.database.breakable.unreachable(false);
        assertThat(running.ended()).isTrue();
        assertThat(running.database.records(RecordKind.JOIN)).hasSize(1);
    }

    @Test
    void aLaneThatCannotWriteEndsWhenInterrupted() {
        running.database.breakable.unreachable(true);
        running.start();
        answered(running.join(OPS, ANA));
        running.lane.stop();
        running.interrupt();
        assertThat(running.ended()).isTrue();
    }
}
