package org.persistentchat.journal;

import org.persistentchat.error.ChatException;
import org.persistentchat.stream.Listener;

/** Hears how an entry of the journal went; exactly one of the two methods is called, once, by the delivery thread of the room. */
public interface Completion<T> {
    void committed(T result);

    void failed(ChatException reason);

    /** Flushed after the round in which one of the above was called. */
    Listener listener();
}
