package org.persistentchat.session;

import org.persistentchat.error.ChatException;

/**
 * Where the answer to a command goes; exactly one method is called, exactly once: within the call of the command, or later from a
 * thread of the chat, which then calls {@link Outlet#flush()}. Implementations only put the answer into the connection's queue.
 */
public interface Reply<T> {
    void ok(T answer);

    void failed(ChatException reason);
}
