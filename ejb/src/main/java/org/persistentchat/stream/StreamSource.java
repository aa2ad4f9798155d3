package org.persistentchat.stream;

import java.util.List;
import java.util.concurrent.Executor;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.room.RoomId;

/** Where streams read what they do not have in memory, and who does the reading: the delivery threads never block. */
interface StreamSource {
    long head(RoomId room);

    List<CommittedEvent> read(RoomId room, long from, long to);

    /** Tells those who watch that something was committed. In the delivery thread; never blocks. */
    default void committed(RoomId room, List<CommittedEvent> events) {}

    /** Runs what may block. */
    Executor blocking();

    /** Runs {@code task} after a moment, somewhere. */
    void later(Runnable task);
}
