package org.persistentchat.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.persistentchat.error.ChatException;

/** What one transaction writes: posts, of which repeated ones are one, and observations. */
final class JournalBatch {
    private final Map<PostKey, List<JournalEntry.Post>> posts = new LinkedHashMap<>();
    private final List<JournalEntry.Observed> observations = new ArrayList<>();

    JournalBatch(Collection<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            if (entry instanceof JournalEntry.Post post) {
                posts.computeIfAbsent(post.key(), key -> new ArrayList<>(1)).add(post);
            } else if (entry instanceof JournalEntry.Observed observed) {
                observations.add(observed);
            }
        }
    }

    /** The same with the drafts that {@code rights} leave as they leave them; who has no right any more is added to {@code barred}. */
    JournalBatch judged(AuthorRights rights, Map<PostKey, ChatException> barred) {
        JournalBatch rest = new JournalBatch(List.of());
        rest.observations.addAll(observations);
        posts.forEach((key, same) -> {
            JournalEntry.Post first = same.get(0);
            try {
                Draft now = rights.judged(first.draft());
                rest.posts.put(
                        key,
                        now == first.draft() ? same : List.of(new JournalEntry.Post(now, key, first.completion())));
            } catch (ChatException refusal) {
                barred.put(key, refusal);
            }
        });
        return rest;
    }

    /** The first of each post with its repetitions, in the order of arrival. */
    Map<PostKey, List<JournalEntry.Post>> posts() {
        return posts;
    }

    /** What is to be written for {@code key}, one of {@link #posts()}. */
    Draft draft(PostKey key) {
        return Objects.requireNonNull(posts.get(key)).get(0).draft();
    }

    List<JournalEntry.Observed> observations() {
        return observations;
    }
}
