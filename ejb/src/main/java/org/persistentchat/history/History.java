package org.persistentchat.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventStore;
import org.persistentchat.event.TextBound;
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

    @Inject
    ChatLimits limits;

    /** Reads a page. One of the consumers is called, by the delivery thread of the room. Blocks if a time is to be found. */
    public void page(RoomId room, HistoryQuery asked, Consumer<HistoryPage> ready, Consumer<ChatException> failed) {
        HistoryQuery query = asked.time() == null ? asked : asked.from(store.firstAt(room, asked.time()));
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

    private @Nullable HistoryPage fromMemory(RoomStream stream, HistoryQuery query) {
        PageRange range = PageRange.of(query, stream.last());
        Optional<List<CommittedEvent>> since = stream.since(range.from());
        return since.map(events -> new HistoryPage(
                        cut(query, events.subList(0, (int) Math.min(events.size(), range.size()))), stream.last()))
                .orElse(null);
    }

    private List<CommittedEvent> cut(HistoryQuery query, List<CommittedEvent> events) {
        int characters = limits.historyCharacters();
        return List.copyOf(
                switch (query.direction()) {
                    case NEWEST, BEFORE -> TextBound.newest(events, characters);
                    case AFTER -> TextBound.oldest(events, characters);
                    case AROUND ->
                        around(
                                events.stream()
                                        .filter(event -> event.sequence() < query.sequence())
                                        .toList(),
                                events.stream()
                                        .filter(event -> event.sequence() >= query.sequence())
                                        .toList());
                });
    }

    /** Half of the text is of what was asked for and what follows. */
    private List<CommittedEvent> around(List<CommittedEvent> before, List<CommittedEvent> from) {
        int characters = limits.historyCharacters();
        List<CommittedEvent> page = new ArrayList<>(TextBound.oldest(from, characters / 2));
        int left = characters - TextBound.characters(page);
        if (!before.isEmpty() && left > 0) {
            page.addAll(0, TextBound.newest(before, left));
        }
        return page;
    }

    private List<CommittedEvent> read(RoomId room, HistoryQuery query, PageRange range) {
        int characters = limits.historyCharacters();
        return switch (query.direction()) {
            case NEWEST, BEFORE -> store.newest(room, range.from(), range.to(), characters);
            case AFTER -> store.oldest(room, range.from(), range.to(), characters);
            case AROUND -> {
                long middle = Math.max(range.from(), Math.min(query.sequence(), range.to() + 1));
                yield around(
                        store.newest(room, range.from(), middle - 1, characters),
                        store.oldest(room, middle, range.to(), characters / 2));
            }
        };
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
            HistoryPage page = new HistoryPage(read(room, query, range), last);
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
