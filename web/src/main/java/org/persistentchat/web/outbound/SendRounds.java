package org.persistentchat.web.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The rounds of all I/O threads, which are a few per processor and live as long as the server. */
@ApplicationScoped
public class SendRounds {
    private final Map<Executor, SendRound> rounds = new ConcurrentHashMap<>();

    SendRound of(Executor ioThread) {
        return rounds.computeIfAbsent(ioThread, SendRound::new);
    }
}
