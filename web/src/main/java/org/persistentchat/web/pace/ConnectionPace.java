package org.persistentchat.web.pace;

import org.persistentchat.config.ChatLimits;
import org.persistentchat.error.ErrorCode;

/** How fast one connection goes. For one thread at a time. */
public final class ConnectionPace {
    /** So many refusals more than commands that were let through are no mistake any more. */
    private static final int ABUSE = 2_000;

    private final TokenBucket commands = new TokenBucket(System.nanoTime());
    private final PersonPace person;
    private final ChatLimits limits;
    private final boolean begun;
    private int refused;

    ConnectionPace(PersonPace person, ChatLimits limits) {
        this.person = person;
        this.limits = limits;
        this.begun = person.entered();
    }

    /** Whether the person had not too many connections when this one began. */
    public boolean mayBegin() {
        return begun;
    }

    /** Lets a command pass, or refuses it with {@link ErrorCode#RATE_LIMITED}. */
    public void check(boolean isPost) {
        refused++; // until it has passed
        int rate = limits.commandsPerSecond();
        PersonPace.check(commands.take(rate, System.nanoTime()), rate);
        if (isPost) {
            person.checkPost();
        }
        refused = Math.max(0, refused - 2);
    }

    /** Whether the client goes on and on although it is refused. */
    public boolean isAbuse() {
        return refused > ABUSE;
    }

    /** The connection has ended; called once. */
    public void ended() {
        person.left();
    }
}
