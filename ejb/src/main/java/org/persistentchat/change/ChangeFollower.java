package org.persistentchat.change;

import java.util.List;

/**
 * Keeps something in memory that administrators change in the database. Called by the change thread only, one call after the other; all
 * followers have followed before one is asked to act. A follower that fails is called again with the same changes.
 */
public interface ChangeFollower {

    /** Reads everything anew: at the start, and when changes were missed. */
    void reload();

    /** Reads anew what has changed. Repetition does no harm: what is read may be newer than the changes. */
    void follow(List<Change> changes);

    /** Does what follows from the changes, now that all memory is current; for instance puts people out of rooms. */
    default void act(List<Change> changes) {}

    /** As {@link #act}, when it is not known what has changed. */
    default void actOnAll() {}
}
