package org.persistentchat.web.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.config.ConfigurationKey;
import org.persistentchat.config.LimitValues;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.PersonId;

/** So many in the long run, ten seconds' worth at once, and nothing else is slowed. */
class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    private static ChatLimits limits(Map<ConfigurationKey, Integer> values) {
        return new ChatLimits(LimitValues.DEFAULT.with(values));
    }

    private static int taken(TokenBucket bucket, int rate, int wanted, long now) {
        int taken = 0;
        for (int i = 0; i < wanted; i++) {
            taken += bucket.take(rate, now) == 0 ? 1 : 0;
        }
        return taken;
    }

    @Test
    void afterAPauseTenSecondsWorthIsThereAtOnce() {
        TokenBucket bucket = new TokenBucket(7);
        assertThat(taken(bucket, 5, 1_000, 7)).isEqualTo(50);
        assertThat(taken(bucket, 5, 1_000, 7 + SECOND)).isEqualTo(5);
        assertThat(taken(bucket, 5, 1_000, 7 + 100 * SECOND)).isEqualTo(50);
    }

    @Test
    void theWaitThatIsToldIsEnough() {
        TokenBucket bucket = new TokenBucket(0);
        taken(bucket, 5, 50, 0);
        long wait = bucket.take(5, 0);
        assertThat(wait).isEqualTo(SECOND / 5);
        assertThat(bucket.take(5, wait - 1)).isPositive();
        assertThat(bucket.take(5, wait)).isZero();
    }

    @Test
    void withoutARateNothingIsCounted() {
        TokenBucket bucket = new TokenBucket(0);
        assertThat(taken(bucket, 0, 100_000, 0)).isEqualTo(100_000);
        assertThat(bucket.isFull(0)).isTrue();
    }

    @Test
    void theClockMayBeNegative() {
        TokenBucket bucket = new TokenBucket(-SECOND);
        assertThat(taken(bucket, 5, 1_000, -SECOND)).isEqualTo(50);
        assertThat(taken(bucket, 5, 1_000, 0)).isEqualTo(5);
    }

    @Test
    void manyThreadsTogetherGetNoMore() throws InterruptedException {
        TokenBucket bucket = new TokenBucket(0);
        AtomicInteger all = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> all.addAndGet(taken(bucket, 1_000, 10_000, 0)));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(all).hasValue(10_000);
    }

    @Test
    void aRefusalSaysTheRateAndWhenToComeAgain() {
        PersonPace person = new PersonPace(limits(Map.of(ConfigurationKey.CALLS_PER_SECOND, 1)));
        for (int i = 0; i < 10; i++) {
            person.checkCall();
        }
        ChatException refusal = catchThrowableOfType(ChatException.class, person::checkCall);
        assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(refusal.limit()).hasValue(1);
        assertThat(refusal.waitMillis().orElse(0)).isBetween(1L, 1_001L);
    }

    @Test
    void postsCountForAllConnectionsOfAPersonTogether() {
        ChatLimits limits = limits(Map.of(ConfigurationKey.POSTS_PER_SECOND, 1));
        PersonPace person = new PersonPace(limits);
        ConnectionPace one = new ConnectionPace(person, limits);
        ConnectionPace other = new ConnectionPace(person, limits);
        for (int i = 0; i < 5; i++) {
            one.check(true);
            other.check(true);
        }
        assertThat(catchThrowableOfType(ChatException.class, () -> other.check(true)))
                .isNotNull();
        assertThatCode(() -> other.check(false)).doesNotThrowAnyException();
    }

    @Test
    void onlyWhoGoesOnAndOnIsAbusive() {
        ChatLimits limits = limits(Map.of(ConfigurationKey.COMMANDS_PER_SECOND, 1));
        ConnectionPace pace = new ConnectionPace(new PersonPace(limits), limits);
        int refused = 0;
        while (!pace.isAbuse() && refused < 10_000) {
            refused += catchThrowableOfType(ChatException.class, () -> pace.check(false)) == null ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(1_900).isLessThan(10_000);
    }

    @Test
    void aConnectionThatEndsMakesRoomForAnother() {
        ChatLimits limits = limits(Map.of(ConfigurationKey.CONNECTIONS_PER_PERSON, 1));
        PersonPace person = new PersonPace(limits);
        ConnectionPace first = new ConnectionPace(person, limits);
        ConnectionPace second = new ConnectionPace(person, limits);
        assertThat(first.mayBegin()).isTrue();
        assertThat(second.mayBegin()).isFalse();
        second.ended();
        assertThat(catchThrowableOfType(ChatException.class, person::checkConnection)
                        .code())
                .isEqualTo(ErrorCode.TOO_MANY_CONNECTIONS);
        first.ended();
        assertThatCode(person::checkConnection).doesNotThrowAnyException();
    }

    @Test
    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    void whoIsGoneIsForgotten() {
        Paces paces = new Paces();
        paces.limits = ChatLimits.DEFAULT;
        PersonId ana = new PersonId(7);
        ConnectionPace connection = paces.begin(ana);
        PersonPace pace = paces.of(ana);
        paces.sweep();
        assertThat(paces.of(ana)).isSameAs(pace);
        connection.ended();
        paces.sweep();
        assertThat(paces.of(ana)).isNotSameAs(pace);
    }
}
