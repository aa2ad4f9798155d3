package org.persistentchat.config;

import java.time.Duration;

/**
 * Limits of the chat. Keys, units and defaults are listed in {@code docs/configuration.md}.
 *
 * @param bodyCharacters UTF-16 code units in one message body
 * @param storyCharacters UTF-16 code units in the body of a story
 * @param titleCharacters UTF-16 code units in the title of a story, at most 256
 * @param keyCharacters UTF-16 code units in a client key
 * @param frameBytes bytes in one frame from a client
 * @param historyDefault events in the first page when the client does not say
 * @param historyPage events in the largest page
 * @param resumeRooms rooms in one resume
 * @param resumeEvents events that a resume gives for one room before it says reset
 * @param resumeCharacters characters of bodies that a resume gives in all before it says reset
 * @param enteredRooms rooms that one connection may be in
 * @param shownRooms rooms that one connection may show, with who is there and who types
 * @param participantUpdates people in a room up to whom clients are told their names; above it only how many they are
 * @param heartbeat how often a client lets the server hear something
 * @param outboundMessages messages that wait for a slow client before it is disconnected
 * @param outboundBytes bytes that wait for a slow client before it is disconnected
 */
public record ChatLimits(
        int bodyCharacters,
        int storyCharacters,
        int titleCharacters,
        int keyCharacters,
        int frameBytes,
        int historyDefault,
        int historyPage,
        int resumeRooms,
        int resumeEvents,
        int resumeCharacters,
        int enteredRooms,
        int shownRooms,
        int participantUpdates,
        Duration heartbeat,
        int outboundMessages,
        int outboundBytes) {

    public static final ChatLimits DEFAULT = new ChatLimits(
            8_000,
            64_000,
            256,
            64,
            400_000,
            30,
            500,
            500,
            500,
            1_000_000,
            500,
            10,
            75,
            Duration.ofSeconds(30),
            4_096,
            4 * 1024 * 1024);
}
