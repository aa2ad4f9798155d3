package org.persistentchat.loadtest.soak;

/**
 * One second of the conversation.
 *
 * @param second since the beginning
 * @param posts acknowledged in this second
 * @param deliveries events that came to connections in this second
 * @param away connections without a server at its end
 * @param acknowledgeMedian milliseconds from saying to its acknowledgement, resends included
 * @param acknowledgeLongest the same, the longest
 * @param awayLongest milliseconds that a connection which came back in this second had been away, the longest; 0 if none came back
 */
public record SoakSample(
        double second,
        long posts,
        long deliveries,
        int away,
        double acknowledgeMedian,
        double acknowledgeLongest,
        double awayLongest) {}
