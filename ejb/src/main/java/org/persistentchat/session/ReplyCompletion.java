package org.persistentchat.session;

import java.util.function.Function;
import org.persistentchat.error.ChatException;
import org.persistentchat.journal.Completion;
import org.persistentchat.stream.Listener;

/** Answers a command when the journal has committed it. */
record ReplyCompletion<T, R>(Listener listener, Reply<R> reply, Function<T, R> answer) implements Completion<T> {
    @Override
    public void committed(T result) {
        reply.ok(answer.apply(result));
    }

    @Override
    public void failed(ChatException reason) {
        reply.failed(reason);
    }
}
