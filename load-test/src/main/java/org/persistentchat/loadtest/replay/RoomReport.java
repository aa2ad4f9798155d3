package org.persistentchat.loadtest.replay;

import java.util.Map;

/**
 * What became of one channel.
 *
 * @param received events that all listeners received together
 * @param archived posts found in the compliance database, -1 if it was not looked at
 * @param notPosted lines that are neither post nor coming nor going, by reason
 */
public record RoomReport(
        String channel,
        String roomId,
        String roomName,
        int lines,
        int posts,
        int acknowledged,
        int history,
        long received,
        long archived,
        Map<String, Integer> notPosted) {}
