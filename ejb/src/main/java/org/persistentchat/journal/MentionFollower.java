package org.persistentchat.journal;

import java.util.List;

/**
 * Hears, on the server that committed them, of mentions after their commit; the truth is the table {@code mention}. A CDI bean of this type
 * is found. Called by the journal's threads: it must not block.
 */
public interface MentionFollower {
    void mentioned(List<MentionsChanged> changes);
}
