package org.persistentchat.journal;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.Message;
import org.persistentchat.event.StoredMessage;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.Room;

/**
 * Another text for a message.
 *
 * @param text what it says from now on
 * @param ofOthers whether the person may edit what others said
 */
public record EditDraft(
        Room room, Person author, String key, long target, Text text, boolean ofOthers, Set<PersonId> mentions)
        implements ChangeDraft {

    /**
     * A new text.
     *
     * @param title of a story; null leaves it as it is
     * @param longest UTF-16 code units that the body may have if the message is no story
     */
    public record Text(@Nullable String title, String body, int longest) {}

    public EditDraft {
        mentions = Set.copyOf(mentions);
    }

    @Override
    public EditDraft byManager(boolean manages) {
        return manages == ofOthers ? this : new EditDraft(room, author, key, target, text, manages, mentions);
    }

    @Override
    public EditDraft in(Room now) {
        return new EditDraft(now, author, key, target, text, ofOthers, mentions);
    }

    @Override
    public EventKind kind() {
        return EventKind.EDIT;
    }

    @Override
    public RecordKind record() {
        return RecordKind.EDIT;
    }

    @Override
    public int characters() {
        return text.body().length();
    }

    @Override
    public Message changed(StoredMessage message, Instant at) {
        ChangeDraft.checkAuthor(this, message, ofOthers);
        boolean story = message.kind() == EventKind.STORY;
        if (!story && text.title() != null) {
            throw new ChatException(ErrorCode.TITLE_INVALID, "Only a story has a title.");
        }
        if (!story && text.body().length() > text.longest()) {
            throw ChatException.overLimit(
                    ErrorCode.MESSAGE_TOO_LONG,
                    "A message has at most " + text.longest() + " characters, this one has "
                            + text.body().length() + ".",
                    text.longest());
        }
        String title = text.title() == null ? message.message().title() : text.title();
        return message.message().edited(title, text.body(), new Message.Edited(at, author.account()));
    }
}
