package org.persistentchat.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** Who may use the chat: what is said of a person holds, otherwise what is said of all. */
@ApplicationScoped
public class ChatPolicy {
    @Inject
    ChatLimits limits;

    /** Whether the person may use the chat, as of now. */
    public boolean mayChat(Person person) {
        return individual(person).orElseGet(limits::chatEnabled);
    }

    /** Refuses with {@link ErrorCode#CHAT_DISABLED} who may not use the chat. */
    public void check(Person person) {
        if (!mayChat(person)) {
            throw new ChatException(ErrorCode.CHAT_DISABLED, "The chat is switched off for you.");
        }
    }

    /** What is said of the person alone. */
    private static Optional<Boolean> individual(Person person) {
        if (!person.active()) {
            return Optional.of(false);
        }
        return switch (person.chat()) {
            case INHERIT -> Optional.empty();
            case ON -> Optional.of(true);
            case OFF -> Optional.of(false);
        };
    }
}
