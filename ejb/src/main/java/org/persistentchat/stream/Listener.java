package org.persistentchat.stream;

import org.persistentchat.event.EventBatch;

/** Hears what is committed in rooms. Called by the delivery thread of the room; never blocks. */
public interface Listener {

    /** The next events of a room. Contiguous with what came before. */
    void deliver(EventBatch batch);

    /** The round is over: what was delivered may be sent. */
    void flush();
}
