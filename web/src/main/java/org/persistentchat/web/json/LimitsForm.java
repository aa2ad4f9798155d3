package org.persistentchat.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.persistentchat.config.ConfigurationKey;
import org.persistentchat.config.LimitValues;

/** The limits that clients are told. */
public final class LimitsForm {
    private static final List<Told> TOLD = List.of(
            new Told("bodyCharacters", ConfigurationKey.BODY_CHARACTERS),
            new Told("storyCharacters", ConfigurationKey.STORY_CHARACTERS),
            new Told("titleCharacters", ConfigurationKey.TITLE_CHARACTERS),
            new Told("frameBytes", ConfigurationKey.FRAME_BYTES),
            new Told("historyPage", ConfigurationKey.HISTORY_PAGE),
            new Told("resumeRooms", ConfigurationKey.RESUME_ROOMS),
            new Told("resumeEvents", ConfigurationKey.RESUME_EVENTS),
            new Told("enteredRooms", ConfigurationKey.ENTERED_ROOMS),
            new Told("shownRooms", ConfigurationKey.SHOWN_ROOMS),
            new Told("participantUpdates", ConfigurationKey.PARTICIPANT_UPDATE_LIMIT),
            new Told("keyCharacters", ConfigurationKey.KEY_CHARACTERS));

    /** What concerns a client, by the name that the protocol has for it. */
    private record Told(String name, ConfigurationKey key) {}

    private LimitsForm() {}

    /** The member {@code limits}. */
    public static void writeLimits(JsonGenerator json, LimitValues values) throws IOException {
        json.writeObjectFieldStart("limits");
        for (Told limit : TOLD) {
            json.writeNumberField(limit.name(), values.get(limit.key()));
        }
        json.writeEndObject();
    }

    /** Whether clients were told something else before. */
    public static boolean differ(LimitValues before, LimitValues after) {
        return TOLD.stream().anyMatch(told -> before.get(told.key()) != after.get(told.key()));
    }
}
