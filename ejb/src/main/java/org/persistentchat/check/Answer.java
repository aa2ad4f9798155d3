package org.persistentchat.check;

import java.util.concurrent.CompletableFuture;
import org.persistentchat.error.ChatException;
import org.persistentchat.session.Reply;

/** Where an answer arrives. */
record Answer<T>(CompletableFuture<T> given) implements Reply<T> {
    Answer() {
        this(new CompletableFuture<>());
    }

    @Override
    public void ok(T answer) {
        given.complete(answer);
    }

    @Override
    public void failed(ChatException reason) {
        given.completeExceptionally(reason);
    }
}
