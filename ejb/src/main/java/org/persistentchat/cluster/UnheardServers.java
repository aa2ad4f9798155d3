package org.persistentchat.cluster;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/**
 * The servers that live, as the database has it, and are not heard: everything still comes to their people by way of the database, but late and at its cost. The
 * operator is told of one that stays so for longer than it takes to join.
 */
@ApplicationScoped
public class UnheardServers {
    /** Seconds. */
    private static final int PATIENCE_ROUNDS = 30;

    @Inject
    MeterRegistry metrics;

    /** For how many rounds a server has not been heard, by number. Of the thread that makes the rounds. */
    private final Map<Integer, Integer> rounds = new HashMap<>();

    private volatile Map<Integer, String> unheard = Map.of();

    @PostConstruct
    void measure() {
        metrics.gauge("persistentchat.bus.unheard", this, self -> self.unheard.size());
    }

    /** Once a second, with the names of those that are not heard now. */
    void round(Map<Integer, String> now) {
        unheard.forEach((id, name) -> {
            if (!now.containsKey(id) && rounds.getOrDefault(id, 0) >= PATIENCE_ROUNDS) {
                ClusterLog.LOG.noLongerUnheard(name);
            }
        });
        rounds.keySet().retainAll(now.keySet());
        now.forEach((id, name) -> {
            if (rounds.merge(id, 1, Integer::sum) == PATIENCE_ROUNDS) {
                ClusterLog.LOG.unheard(name);
            }
        });
        unheard = Map.copyOf(now);
    }

    boolean isEmpty() {
        return unheard.isEmpty();
    }
}
