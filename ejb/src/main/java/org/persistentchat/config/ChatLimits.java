package org.persistentchat.config;

import java.time.Duration;

/**
 * What is configured at this moment; {@link ConfigurationKey} says what each is. Administrators change it while servers run, so nobody keeps a value for longer
 * than the work at hand. Asking costs one volatile read.
 */
public final class ChatLimits {
    /** What holds where nothing is configured; never changes. */
    public static final ChatLimits DEFAULT = new ChatLimits(LimitValues.DEFAULT);

    private volatile LimitValues values;

    public ChatLimits(LimitValues values) {
        this.values = values;
    }

    /** From now on these hold. */
    public void become(LimitValues changed) {
        if (this == DEFAULT) {
            throw new IllegalStateException("The defaults do not change");
        }
        values = changed;
    }

    /** All of them, as of now. */
    public LimitValues values() {
        return values;
    }

    private int get(ConfigurationKey key) {
        return values.get(key);
    }

    public int bodyCharacters() {
        return get(ConfigurationKey.BODY_CHARACTERS);
    }

    public int storyCharacters() {
        return get(ConfigurationKey.STORY_CHARACTERS);
    }

    public int titleCharacters() {
        return get(ConfigurationKey.TITLE_CHARACTERS);
    }

    public int keyCharacters() {
        return get(ConfigurationKey.KEY_CHARACTERS);
    }

    public int frameBytes() {
        return get(ConfigurationKey.FRAME_BYTES);
    }

    public int historyDefault() {
        return Math.min(get(ConfigurationKey.DEFAULT_CHAT_HISTORY), historyPage());
    }

    public int historyPage() {
        return get(ConfigurationKey.HISTORY_PAGE);
    }

    public int historyCharacters() {
        return get(ConfigurationKey.HISTORY_CHARACTERS);
    }

    public int resumeRooms() {
        return get(ConfigurationKey.RESUME_ROOMS);
    }

    public int resumeEvents() {
        return get(ConfigurationKey.RESUME_EVENTS);
    }

    public int resumeCharacters() {
        return get(ConfigurationKey.RESUME_CHARACTERS);
    }

    public int enteredRooms() {
        return get(ConfigurationKey.ENTERED_ROOMS);
    }

    public int shownRooms() {
        return get(ConfigurationKey.SHOWN_ROOMS);
    }

    public int participantUpdates() {
        return get(ConfigurationKey.PARTICIPANT_UPDATE_LIMIT);
    }

    public Duration heartbeat() {
        return Duration.ofSeconds(get(ConfigurationKey.HEARTBEAT_SECONDS));
    }

    public int outboundMessages() {
        return get(ConfigurationKey.OUTBOUND_MESSAGES);
    }

    public int outboundBytes() {
        return get(ConfigurationKey.OUTBOUND_BYTES);
    }

    public int maxFileSizeKilobytes() {
        return get(ConfigurationKey.MAX_FILE_SIZE_KB);
    }

    public int commandsPerSecond() {
        return get(ConfigurationKey.COMMANDS_PER_SECOND);
    }

    public int postsPerSecond() {
        return get(ConfigurationKey.POSTS_PER_SECOND);
    }

    public int callsPerSecond() {
        return get(ConfigurationKey.CALLS_PER_SECOND);
    }

    public int connectionsPerPerson() {
        return get(ConfigurationKey.CONNECTIONS_PER_PERSON);
    }

    public int drainPerSecond() {
        return get(ConfigurationKey.DRAIN_PER_SECOND);
    }

    public boolean chatEnabled() {
        return get(ConfigurationKey.CHAT_ENABLED) != 0;
    }
}
