package org.persistentchat.follow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a person follows.
 *
 * @param next where the next page begins, or null on the last
 */
public record FollowPage(List<Follow> items, @Nullable String next) {
    public FollowPage {
        items = List.copyOf(items);
    }
}
