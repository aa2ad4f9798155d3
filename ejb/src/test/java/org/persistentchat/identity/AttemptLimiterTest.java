package org.persistentchat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** Failed sign-ins of an account are slowed, those of others are not. */
class AttemptLimiterTest {
    private static final int FREE = 5;

    private final MovableClock clock = new MovableClock();
    private final AttemptLimiter limiter = new AttemptLimiter(clock);

    private void fail(String account, int times) {
        for (int i = 0; i < times; i++) {
            limiter.failed(account);
        }
    }

    private void isOpen(String account) {
        assertThatCode(() -> limiter.check(account)).doesNotThrowAnyException();
    }

    private long closedSeconds(String account) {
        long seconds = 0;
        while (true) {
            try {
                limiter.check(account);
                return seconds;
            } catch (ChatException closed) {
                clock.advance(Duration.ofSeconds(1));
                seconds++;
            }
        }
    }

    @Test
    void theFirstFailuresCostNothing() {
        fail("ana", FREE);
        isOpen("ana");
    }

    @Test
    void eachFurtherFailureClosesForTwiceAsLongUpToAMinute() {
        fail("ana", FREE);
        List<Long> closed = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            limiter.failed("ana");
            closed.add(closedSeconds("ana"));
        }
        assertThat(closed).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void manyFailuresDoNotOverflow() {
        fail("ana", 200);
        assertThat(closedSeconds("ana")).isEqualTo(60);
    }

    @Test
    void theRefusalIsRetryableAndTellsTheSeconds() {
        fail("ana", FREE + 3);
        ChatException refusal = catchThrowableOfType(ChatException.class, () -> limiter.check("ana"));
        assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS).matches(ErrorCode::retryable);
        assertThat(refusal.limit()).hasValue(5);
    }

    @Test
    void othersAreNotSlowed() {
        fail("ana", FREE + 3);
        isOpen("ben");
    }

    @Test
    void aSuccessBeginsAnew() {
        fail("ana", FREE + 3);
        limiter.succeeded("ana");
        fail("ana", FREE);
        isOpen("ana");
    }

    @Test
    void anHourWithoutAttemptsBeginsAnew() {
        fail("ana", FREE + 3);
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        fail("ana", FREE);
        isOpen("ana");
        limiter.failed("ana");
        assertThat(closedSeconds("ana")).isEqualTo(1);
    }

    @Test
    void overTheBoundOldAccountsGoFirst() {
        fail("old", FREE + 1);
        clock.advance(Duration.ofMinutes(61));
        for (int i = 0; i < 99_998; i++) {
            limiter.failed("account" + i);
        }
        fail("ana", FREE + 3);
        limiter.failed("one more");
        assertThat(closedSeconds("ana")).isEqualTo(4);
    }
}
