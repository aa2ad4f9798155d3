package org.persistentchat.loadtest.load;

/**
 * One second of a run.
 *
 * @param second since the senders began
 * @param measured false during warm-up
 * @param serverCpu cores that the server used, 0 if unknown
 * @param generatorCpu cores that this program used
 * @param serverResidentKib 0 if unknown
 */
public record Sample(
        double second,
        boolean measured,
        double deliveriesPerSecond,
        double postsPerSecond,
        Latency delivery,
        Latency acknowledge,
        double serverCpu,
        double generatorCpu,
        long serverResidentKib) {}
