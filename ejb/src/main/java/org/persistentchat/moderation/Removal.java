package org.persistentchat.moderation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.StoredMessage;
import org.persistentchat.journal.RewriteDraft;
import org.persistentchat.room.RoomId;

/**
 * Messages to be removed, or words of them to be replaced.
 *
 * @param rooms where; empty for everywhere
 * @param replacement what takes the place of the words; absent: the messages go as a whole
 */
public record Removal(List<RoomId> rooms, MessageFilter filter, Optional<String> replacement) {

    public Removal {
        rooms = List.copyOf(rooms);
    }

    boolean matches(JobTable.Row row) {
        return filter.matches(row.author(), row.at())
                && filter.matches(replacement.isPresent() ? row.body() : row.text());
    }

    /** What it makes of a message; a text that would be too long stays as it is. */
    RewriteDraft.Rewriting rewriting(int longestMessage, int longestStory) {
        return message -> rewritten(message, message.kind() == EventKind.STORY ? longestStory : longestMessage);
    }

    private @Nullable String rewritten(StoredMessage stored, int longest) {
        String body = stored.message().body();
        String title = stored.message().title();
        if (replacement.isEmpty()) {
            return filter.matches(title == null ? body : title + "\n" + body) ? "" : null;
        }
        if (!filter.matches(body)) {
            return null;
        }
        String text = filter.replaced(body, replacement.get());
        return text.isBlank() || text.length() > longest || text.equals(body) ? null : text;
    }
}
