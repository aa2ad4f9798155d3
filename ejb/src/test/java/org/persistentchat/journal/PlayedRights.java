package org.persistentchat.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;

/** A memory of rights as a test plays it; without a word of the test it has followed nothing, as the database has no changes. */
final class PlayedRights implements AuthorRights {
    /** Number of the change that memory has followed. */
    volatile long followed;
    /** Whether following is possible. */
    volatile boolean reachable = true;
    /** Who may not post any more once the changes are followed. */
    final Set<Person> removed = new HashSet<>();
    /** Who does not manage rooms any more. */
    final Set<Person> demoted = new HashSet<>();
    /** Numbers that were asked for. */
    final List<Long> asked = new CopyOnWriteArrayList<>();
    /** Runs when the transaction asks first, as something that happens while it is under way. */
    Runnable meanwhile = () -> {};

    @Override
    public boolean isFollowed(long change) {
        boolean is = followed >= change;
        Runnable now = meanwhile;
        meanwhile = () -> {};
        now.run();
        return is;
    }

    @Override
    public boolean follow(long change) {
        asked.add(change);
        followed = reachable ? change : followed;
        return reachable;
    }

    @Override
    public Draft judged(Draft draft) {
        if (removed.contains(draft.author())) {
            throw new ChatException(ErrorCode.NOT_A_MEMBER, "Only members enter this room.");
        }
        boolean manages = !demoted.contains(draft.author());
        return draft instanceof ChangeDraft change && !manages ? change.byManager(false) : draft;
    }
}
