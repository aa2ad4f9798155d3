package org.persistentchat.stream;

import java.util.List;
import java.util.concurrent.Executor;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.room.RoomId;

/** Where streams read what they do not have in memory, and who does the reading: the delivery threads never block. */
interface StreamSource {
    long head(RoomId room);

    List<CommittedEvent> read(RoomId room, long from, long to);

    /** As {@link #read}; when it returns, this server's rights are at least as new as those that the events were committed under. */
    default List<CommittedEvent> readGap(RoomId room, long from, long to) {
        return read(room, from, to);
    }

    /** How long a gap may wait for what fills it before it is read; 0 if nobody else brings events. */
    default long gapPatienceMillis() {
        return 0;
    }

    /** Runs {@code task} in so many milliseconds, somewhere. */
    default void in(long millis, Runnable task) {
        later(task);
    }

    /** Tells those who watch that a room is in memory. In the delivery thread; never blocks. */
    default void opened(RoomId room, long last) {}

    /** Tells those who watch that a room is not in memory any more. In the delivery thread; never blocks. */
    default void closed(RoomId room) {}

    /** Tells those who watch that something was committed. In the delivery thread; never blocks. */
    default void committed(RoomId room, List<CommittedEvent> events) {}

    /** Runs what may block. */
    Executor blocking();

    /** Runs {@code task} after a moment, somewhere. */
    void later(Runnable task);
}
