package org.persistentchat.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads settings; a value out of range stops the start with the key in the message. */
@ApplicationScoped
public class Settings {
    /** What the database holds. */
    private static final int TITLE_COLUMN = 256;

    /** The limits; {@link ChatLimits#DEFAULT} where nothing is set. */
    @Produces
    @Singleton
    public ChatLimits limits() {
        return limits(ConfigProvider.getConfig());
    }

    static ChatLimits limits(Config config) {
        ChatLimits defaults = ChatLimits.DEFAULT;
        return new ChatLimits(
                positive(config, "persistentchat.limits.body-characters", defaults.bodyCharacters()),
                positive(config, "persistentchat.limits.story-characters", defaults.storyCharacters()),
                upTo(TITLE_COLUMN, config, "persistentchat.limits.title-characters", defaults.titleCharacters()),
                positive(config, "persistentchat.limits.key-characters", defaults.keyCharacters()),
                positive(config, "persistentchat.limits.frame-bytes", defaults.frameBytes()),
                positive(config, "persistentchat.limits.history-default", defaults.historyDefault()),
                positive(config, "persistentchat.limits.history-page", defaults.historyPage()),
                positive(config, "persistentchat.limits.resume-rooms", defaults.resumeRooms()),
                positive(config, "persistentchat.limits.resume-events", defaults.resumeEvents()),
                positive(config, "persistentchat.limits.resume-characters", defaults.resumeCharacters()),
                positive(config, "persistentchat.limits.entered-rooms", defaults.enteredRooms()),
                positive(config, "persistentchat.limits.shown-rooms", defaults.shownRooms()),
                positive(config, "persistentchat.limits.participant-updates", defaults.participantUpdates()),
                Duration.ofSeconds(positive(config, "persistentchat.limits.heartbeat-seconds", (int)
                        defaults.heartbeat().toSeconds())),
                positive(config, "persistentchat.limits.outbound-messages", defaults.outboundMessages()),
                positive(config, "persistentchat.limits.outbound-bytes", defaults.outboundBytes()));
    }

    private static int upTo(int most, Config config, String key, int otherwise) {
        int value = positive(config, key, otherwise);
        if (value > most) {
            throw new IllegalArgumentException(key + " is " + value + ", but must be at most " + most);
        }
        return value;
    }

    private static int positive(Config config, String key, int otherwise) {
        int value = config.getOptionalValue(key, Integer.class).orElse(otherwise);
        if (value < 1) {
            throw new IllegalArgumentException(key + " is " + value + ", but must be at least 1");
        }
        return value;
    }
}
