package org.persistentchat.session;

import java.util.List;
import org.persistentchat.history.HistoryPage;
import org.persistentchat.history.HistoryQuery;
import org.persistentchat.identity.Credential;
import org.persistentchat.journal.Posted;
import org.persistentchat.room.RoomId;

/** What one connection can do. */
public final class ChatSession {
    public Credential credential() {
        throw new IllegalStateException();
    }

    public void enter(RoomId room, int history, Reply<Entered> reply) {
        throw new IllegalStateException();
    }

    public void leave(RoomId room, Reply<RoomId> reply) {
        throw new IllegalStateException();
    }

    public void post(RoomId room, String key, String body, Reply<Posted> reply) {
        throw new IllegalStateException();
    }

    public void history(RoomId room, HistoryQuery query, Reply<HistoryPage> reply) {
        throw new IllegalStateException();
    }

    public void resume(List<ResumePoint> rooms, Reply<List<Resumed>> reply) {
        throw new IllegalStateException();
    }

    public void mark(RoomId room, long sequence, Reply<Long> reply) {
        throw new IllegalStateException();
    }

    public void close() {
        throw new IllegalStateException();
    }
}
