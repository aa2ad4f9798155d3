package org.persistentchat.loadtest.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a server does wrong. As it is, nothing. */
public interface Faults {
    Faults NONE = new Faults() {};

    /** The events to push to one connection in place of this one. */
    default List<JsonNode> delivered(String account, JsonNode event) {
        return List.of(event);
    }

    /** What happens with a command. */
    enum Reaction {
        /** It is done and answered. */
        ANSWER,
        /** It is done, but the connection is cut before the answer. */
        DO_AND_CUT,
        /** It is done, but there is never an answer. */
        DO_AND_KEEP_SILENT,
        /** It is not done; the answer is a retryable error. */
        BUSY
    }

    default Reaction reaction(String account, JsonNode command) {
        return Reaction.ANSWER;
    }

    /** Status to refuse a handshake with, 0 to accept it. */
    default int refusal() {
        return 0;
    }

    /** More events than this are answered with a reset by {@code resume}. */
    default int resumeEvents() {
        return 500;
    }

    /** Whether {@code resume} refuses a room with a retryable error. */
    default boolean refusesToResume(String room) {
        return false;
    }
}
