package org.persistentchat.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.persistentchat.error.ChatException;

/** Errors as clients see them. */
public final class ErrorForm {
    private ErrorForm() {}

    /** Writes the member {@code error}. */
    public static void writeError(JsonGenerator json, ChatException error) throws IOException {
        json.writeObjectFieldStart("error");
        writeCode(json, error);
        Json.text(json, "message", messageOf(error));
        writeLimit(json, error);
        json.writeEndObject();
    }

    /** Writes the members {@code code}, {@code number} and {@code retry}. */
    public static void writeCode(JsonGenerator json, ChatException error) throws IOException {
        json.writeStringField("code", error.code().name());
        json.writeNumberField("number", error.code().number());
        json.writeBooleanField("retry", error.code().retryable());
    }

    /** Writes the member {@code limit}, if a limit was passed, and {@code retryAfterMillis}, if it was a rate. */
    public static void writeLimit(JsonGenerator json, ChatException error) throws IOException {
        if (error.limit().isPresent()) {
            json.writeNumberField("limit", error.limit().getAsLong());
        }
        if (error.waitMillis().isPresent()) {
            json.writeNumberField("retryAfterMillis", error.waitMillis().getAsLong());
        }
    }

    /** What the error says to people; its code if it says nothing. */
    public static String messageOf(ChatException error) {
        String message = error.getMessage();
        return message == null || message.isBlank() ? error.code().name() : message;
    }
}
