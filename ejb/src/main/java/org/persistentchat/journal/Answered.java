package org.persistentchat.journal;

import org.persistentchat.error.ChatException;
import org.persistentchat.event.EventBatch;
import org.persistentchat.stream.Listener;

/** Stands in for one who has been answered already. */
final class Answered implements Completion<Observation>, Listener {
    static final Answered NOBODY_WAITS = new Answered();

    private Answered() {}

    @Override
    public void committed(Observation result) {}

    @Override
    public void failed(ChatException reason) {}

    @Override
    public Listener listener() {
        return this;
    }

    @Override
    public void deliver(EventBatch batch) {}

    @Override
    public void flush() {}
}
