package org.persistentchat.loadtest.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What one part of the work took.
 *
 * @param made things made
 * @param calls calls that it took
 * @param entries names in their lists
 * @param slowestMillis of the slowest call
 */
public record Phase(String name, long made, long calls, long entries, double seconds, double slowestMillis) {

    @JsonProperty
    public double perSecond() {
        return made / Math.max(0.001, seconds);
    }
}
