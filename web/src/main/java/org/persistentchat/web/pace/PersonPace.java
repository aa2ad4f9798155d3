package org.persistentchat.web.pace;

import java.util.concurrent.atomic.AtomicInteger;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** How fast one person goes by all their connections and calls. */
public final class PersonPace {
    private final TokenBucket posts = new TokenBucket(System.nanoTime());
    private final TokenBucket calls = new TokenBucket(System.nanoTime());
    private final AtomicInteger connections = new AtomicInteger();
    private final ChatLimits limits;

    PersonPace(ChatLimits limits) {
        this.limits = limits;
    }

    /** Lets a REST call pass, or refuses it with {@link ErrorCode#RATE_LIMITED}. */
    public void checkCall() {
        int rate = limits.callsPerSecond();
        check(calls.take(rate, System.nanoTime()), rate);
    }

    /** Lets one more connection begin, or refuses it with {@link ErrorCode#TOO_MANY_CONNECTIONS}. */
    public void checkConnection() {
        int most = limits.connectionsPerPerson();
        if (most > 0 && connections.get() >= most) {
            throw ChatException.overLimit(
                    ErrorCode.TOO_MANY_CONNECTIONS, "A person has at most " + most + " connections to a server.", most);
        }
    }

    void checkPost() {
        int rate = limits.postsPerSecond();
        check(posts.take(rate, System.nanoTime()), rate);
    }

    static void check(long waitNanos, int rate) {
        if (waitNanos > 0) {
            throw ChatException.tooFast("At most " + rate + " a second in the long run; wait.", rate, waitNanos);
        }
    }

    /** Counts a connection; false if it is one too many. */
    boolean entered() {
        int most = limits.connectionsPerPerson();
        return connections.incrementAndGet() <= most || most == 0;
    }

    void left() {
        connections.decrementAndGet();
    }

    /** Whether nothing is to be remembered of the person. */
    boolean isIdle(long nowNanos) {
        return connections.get() == 0 && posts.isFull(nowNanos) && calls.isFull(nowNanos);
    }
}
