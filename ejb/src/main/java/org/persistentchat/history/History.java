package org.persistentchat.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventStore;
import org.persistentchat.room.RoomId;
import org.persistentchat.stream.Delivery;
import org.persistentchat.stream.DeliveryShard;
import org.persistentchat.stream.RoomStream;

/** Gives pages of history. What lies in a stream's memory is given from there, the rest is read from the database. */
@ApplicationScoped
public class History {
    @Inject
    Delivery delivery;

    @Inject
    EventStore store;

    /** Reads a page. One of the consumers is called, by the delivery thread of the room. */
    public void page(RoomId room, HistoryQuery query, Consumer<HistoryPage> ready, Consumer<ChatException> failed) {
        DeliveryShard shard = delivery.shard(room);
        boolean queued = shard.offer(() -> {
            RoomStream stream = shard.streams().loaded(room);
            HistoryPage page = stream == null ? null : fromMemory(stream, query);
            if (page != null) {
                ready.accept(page);
            } else {
                delivery.blocking()
                        .execute(() -> read(room, stream == null ? -1 : stream.last(), query, ready, failed));
            }
        });
        if (!queued) {
            throw new ChatException(ErrorCode.BUSY, "Too much is waiting to be delivered.");
        }
    }

    private static @Nullable HistoryPage fromMemory(RoomStream stream, HistoryQuery query) {
        PageRange range = PageRange.of(query, stream.last());
        Optional<List<CommittedEvent>> since = stream.since(range.from());
        return since.map(events -> new HistoryPage(
                        List.copyOf(events.subList(0, (int) Math.min(events.size(), range.size()))), stream.last()))
                .orElse(null);
    }

    private void read(
            RoomId room,
            long knownLast,
            HistoryQuery query,
            Consumer<HistoryPage> ready,
            Consumer<ChatException> failed) {
        Runnable answer;
        try {
            long last = knownLast >= 0 ? knownLast : store.head(room);
            PageRange range = PageRange.of(query, last);
            HistoryPage page = new HistoryPage(store.read(room, range.from(), range.to()), last);
            answer = () -> ready.accept(page);
        } catch (ChatException refusal) {
            answer = () -> failed.accept(refusal);
        }
        try {
            delivery.shard(room).put(answer);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
