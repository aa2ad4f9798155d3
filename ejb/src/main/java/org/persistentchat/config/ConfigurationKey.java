package org.persistentchat.config;

import java.util.Optional;

/**
 * Everything that can be configured while servers run: name, default, range, unit and effect of each, in one place. {@code docs/configuration.md} shows it,
 * which a test checks. A value comes from the content database, otherwise from the installation's property, otherwise it is the default here.
 */
@SuppressWarnings("ImmutableEnumChecker") // a record of numbers is immutable
public enum ConfigurationKey {
    BODY_CHARACTERS(
            "BodyCharacters",
            "limits.body-characters",
            Range.of(8_000, 1, 100_000),
            "UTF-16 code units",
            "longest message body; a longer one is refused with 301"),
    STORY_CHARACTERS(
            "StoryCharacters",
            "limits.story-characters",
            Range.of(64_000, 1, 1_000_000),
            "UTF-16 code units",
            "longest body of a story; a longer one is refused with 301"),
    TITLE_CHARACTERS(
            "TitleCharacters",
            "limits.title-characters",
            Range.of(256, 1, 256),
            "UTF-16 code units",
            "longest title of a story; a longer one is refused with 313"),
    KEY_CHARACTERS(
            "KeyCharacters",
            "limits.key-characters",
            Range.of(64, 1, 255),
            "UTF-16 code units",
            "longest client key of a post; a longer one is refused with 302"),
    FRAME_BYTES(
            "FrameBytes",
            "limits.frame-bytes",
            Range.of(400_000, 1_024, 16_777_216),
            "bytes",
            "largest frame from a client; a larger one ends the connection with 1009. Must hold a story of the longest allowed,"
                    + " which takes up to 6 bytes a code unit when all is escaped. Holds for new connections"),
    DEFAULT_CHAT_HISTORY(
            "DefaultChatHistory",
            "limits.history-default",
            Range.of(30, 1, 500),
            "events",
            "first page of a room when the client does not say how much; at most `HistoryPage`"),
    HISTORY_PAGE(
            "HistoryPage",
            "limits.history-page",
            Range.of(500, 1, 500),
            "events",
            "largest page of history that may be asked for"),
    HISTORY_CHARACTERS(
            "HistoryCharacters",
            "limits.history-characters",
            Range.of(250_000, 1, 10_000_000),
            "characters of bodies",
            "what a page of history, or that of an entered room, gives in all; it ends earlier, with one event at least"),
    RESUME_ROOMS("ResumeRooms", "limits.resume-rooms", Range.of(500, 1, 10_000), "rooms", "rooms in one `resume`"),
    RESUME_EVENTS(
            "ResumeEvents",
            "limits.resume-events",
            Range.of(500, 1, 500),
            "events",
            "events that a `resume` gives for one room; if more are missing the answer is `reset`"),
    RESUME_CHARACTERS(
            "ResumeCharacters",
            "limits.resume-characters",
            Range.of(1_000_000, 1, 100_000_000),
            "characters of bodies",
            "what a `resume` gives in all; rooms beyond it are answered with `reset`"),
    ENTERED_ROOMS(
            "EnteredRooms",
            "limits.entered-rooms",
            Range.of(500, 1, 10_000),
            "rooms",
            "rooms that one connection may be in; more are refused with 205"),
    SHOWN_ROOMS(
            "ShownRooms",
            "limits.shown-rooms",
            Range.of(10, 1, 1_000),
            "rooms",
            "rooms that one connection may show, with who is there and who types"),
    PARTICIPANT_UPDATE_LIMIT(
            "ParticipantUpdateLimit",
            "limits.participant-updates",
            Range.of(75, 0, 10_000),
            "people",
            "people present in a room up to whom clients are told who they are; above it only how many"),
    HEARTBEAT_SECONDS(
            "HeartbeatSeconds",
            "limits.heartbeat-seconds",
            Range.of(30, 1, 3_600),
            "seconds",
            "how often a client lets the server hear something; after two and a half times that it is disconnected with 4003."
                    + " Holds for new connections"),
    OUTBOUND_MESSAGES(
            "OutboundMessages",
            "limits.outbound-messages",
            Range.of(4_096, 1, 1_000_000),
            "messages",
            "what may wait for one slow client before it is disconnected with 4002. Holds for new connections"),
    OUTBOUND_BYTES(
            "OutboundBytes",
            "limits.outbound-bytes",
            Range.of(4_194_304, 1, 1_073_741_824),
            "bytes",
            "the same in bytes; whichever comes first. Bounds the memory of one connection. Holds for new connections"),
    MAX_FILE_SIZE_KB(
            "MaxFileSizeKB",
            "limits.file-kilobytes",
            Range.of(20_000, 1, 2_000_000),
            "KB of 1,024 bytes",
            "largest file that may be uploaded"),
    COMMANDS_PER_SECOND(
            "CommandsPerSecond",
            "limits.commands-per-second",
            Range.of(1_000, 0, 1_000_000),
            "commands a second; 0: any number",
            "what one connection may ask for in the long run, and ten times that at once; more is refused with 124,"
                    + " and ends the connection with 4429 if it goes on and on"),
    POSTS_PER_SECOND(
            "PostsPerSecond",
            "limits.posts-per-second",
            Range.of(500, 0, 1_000_000),
            "posts a second; 0: any number",
            "what one person may post to one server by all connections, and ten times that at once; more is refused with 124"),
    CALLS_PER_SECOND(
            "CallsPerSecond",
            "limits.calls-per-second",
            Range.of(1_000, 0, 1_000_000),
            "REST calls a second; 0: any number",
            "what one person may call on one server, and ten times that at once; more is refused with 124"),
    CONNECTIONS_PER_PERSON(
            "ConnectionsPerPerson",
            "limits.connections-per-person",
            Range.of(100, 0, 1_000_000),
            "connections; 0: any number",
            "what one person may have open to one server; a handshake more is refused with 125"),
    DRAIN_PER_SECOND(
            "DrainPerSecond",
            "limits.drain-per-second",
            Range.of(500, 1, 1_000_000),
            "connections a second",
            "how fast a draining or standby server sends its clients elsewhere, with 4004: the others have to take them"),
    CHAT_ENABLED(
            "ChatEnabled",
            "chat.enabled",
            Range.flag(true),
            "`true` or `false`",
            "whether people may use the chat at all. `false`: handshakes and tickets are refused with 123, and open connections end"
                    + " with 4403, but for those to whom it is allowed one by one. REST goes on");

    private static final String PREFIX = "persistentchat.";

    private final String key;
    private final String property;
    private final Range range;
    private final String unit;
    private final String effect;

    ConfigurationKey(String key, String property, Range range, String unit, String effect) {
        this.key = key;
        this.property = PREFIX + property;
        this.range = range;
        this.unit = unit;
        this.effect = effect;
    }

    /** What a key may be; a flag is 1 or 0. */
    private record Range(int otherwise, int least, int most, boolean isFlag) {
        static Range of(int otherwise, int least, int most) {
            return new Range(otherwise, least, most, false);
        }

        static Range flag(boolean otherwise) {
            return new Range(otherwise ? 1 : 0, 0, 1, true);
        }
    }

    /** The name that administrators use. */
    public String key() {
        return key;
    }

    /** The MicroProfile Config key of the installation's own value. */
    public String property() {
        return property;
    }

    public String unit() {
        return unit;
    }

    /** What it does, a sentence without its full stop. */
    public String effect() {
        return effect;
    }

    /** Whether it is true or false, as 1 or 0. */
    public boolean isFlag() {
        return range.isFlag;
    }

    /** The value where nothing is configured. */
    public int otherwise() {
        return range.otherwise;
    }

    public int least() {
        return range.least;
    }

    public int most() {
        return range.most;
    }

    public boolean allows(long value) {
        return value >= range.least && value <= range.most;
    }

    /** The key of this name. */
    public static Optional<ConfigurationKey> named(String key) {
        for (ConfigurationKey known : values()) {
            if (known.key.equals(key)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
