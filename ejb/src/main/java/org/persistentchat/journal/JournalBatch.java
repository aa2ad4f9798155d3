package org.persistentchat.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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

    /** The same without some of its drafts. */
    JournalBatch without(Set<PostKey> drafts) {
        JournalBatch rest = new JournalBatch(List.of());
        rest.posts.putAll(posts);
        rest.posts.keySet().removeAll(drafts);
        rest.observations.addAll(observations);
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
