package org.persistentchat.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The frames of one connection, held against the schemas as they pass. It remembers which command each id belongs to, so a reply must not only be some reply
 * but one to the command that it answers, and each command is answered once. Thread-safe.
 */
public final class CheckedConversation {

    private final FrameSchemas schemas;
    private final Map<Long, String> unanswered = new ConcurrentHashMap<>();

    /** A connection that was just opened. */
    public CheckedConversation(FrameSchemas schemas) {
        this.schemas = schemas;
    }

    /** Call before the frame goes out. A frame that is wrong on purpose is not passed here; what answers it is then checked as far as its id allows. */
    public JsonNode sent(String frame) {
        JsonNode command = schemas.command(frame);
        unanswered.put(command.path("id").asLong(), command.path("do").asText());
        return command;
    }

    /** Checks a frame from the server and returns its messages in order. */
    public List<JsonNode> received(String frame) {
        List<JsonNode> messages = schemas.serverFrame(frame);
        for (JsonNode message : messages) {
            String command = unanswered.remove(message.path("id").asLong());
            if (command != null) {
                schemas.reply(command, message.toString());
            }
        }
        return messages;
    }

    /** How many commands have no reply yet. */
    public int unanswered() {
        return unanswered.size();
    }
}
