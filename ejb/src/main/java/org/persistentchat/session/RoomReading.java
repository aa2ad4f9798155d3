package org.persistentchat.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventBatch;
import org.persistentchat.event.KeptEvents;
import org.persistentchat.event.TextBound;
import org.persistentchat.history.HistoryPage;
import org.persistentchat.history.HistoryQuery;
import org.persistentchat.identity.Person;
import org.persistentchat.journal.Completion;
import org.persistentchat.journal.Observation;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomId;
import org.persistentchat.stream.Listener;

/** Reading without a connection. What is shown is recorded for compliance before it is given; all of it blocks. */
@ApplicationScoped
public class RoomReading {
    private static final long PATIENCE_SECONDS = 20;

    @Inject
    SessionServices services;

    /** A page of the history of a room that the person may read. */
    public HistoryPage page(Person by, RoomId id, HistoryQuery query) {
        services.rooms().readable(services.subjects().of(by), id);
        CompletableFuture<HistoryPage> read = new CompletableFuture<>();
        services.history().page(id, query, read::complete, read::completeExceptionally);
        HistoryPage page = await(read);
        List<CommittedEvent> shown = KeptEvents.page(page.events());
        record(by, id, shown);
        return new HistoryPage(shown, page.last());
    }

    /** Pinned messages of a room that the person may read, before sequence {@code before}, the newest first. */
    public List<CommittedEvent> pins(Person by, RoomId id, long before, int limit) {
        services.rooms().readable(services.subjects().of(by), id);
        List<CommittedEvent> pinned = TextBound.oldest(
                services.events().pinned(id, before, limit), services.limits().historyCharacters());
        record(by, id, pinned);
        return pinned;
    }

    /** Whether a message before sequence {@code before} is pinned. */
    public boolean isPinnedBefore(Person by, RoomId id, long before) {
        services.rooms().readable(services.subjects().of(by), id);
        return !services.events().pinned(id, before, 1).isEmpty();
    }

    /** One record for each run of sequences. Rights are asked again: what was read may have taken a while. */
    private void record(Person by, RoomId id, List<CommittedEvent> shown) {
        Room room = services.rooms().readable(services.subjects().of(by), id);
        List<CompletableFuture<Observation>> records = new ArrayList<>();
        for (String range : ranges(shown)) {
            Recorded recorded = new Recorded();
            services.journal()
                    .observe(new Observation(RecordKind.HISTORY_VIEWED, room, by, services.now(), range), recorded);
            records.add(recorded.done);
        }
        records.forEach(RoomReading::await);
    }

    static List<String> ranges(List<CommittedEvent> shown) {
        long[] sequences =
                shown.stream().mapToLong(CommittedEvent::sequence).sorted().toArray();
        List<String> ranges = new ArrayList<>();
        int first = 0;
        for (int index = 0; index < sequences.length; index++) {
            if (index + 1 == sequences.length || sequences[index + 1] != sequences[index] + 1) {
                ranges.add(sequences[first] + "-" + sequences[index]);
                first = index + 1;
            }
        }
        return ranges;
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw unavailable(asked);
        } catch (TimeoutException late) {
            throw unavailable(late);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ChatException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static ChatException unavailable(Exception cause) {
        return new ChatException(ErrorCode.UNAVAILABLE, "The server does not come to it at the moment.", cause);
    }

    /** Waits for a record; hears nothing of rooms. */
    private static final class Recorded implements Completion<Observation>, Listener {
        private final CompletableFuture<Observation> done = new CompletableFuture<>();

        @Override
        public void committed(Observation result) {
            done.complete(result);
        }

        @Override
        public void failed(ChatException reason) {
            done.completeExceptionally(reason);
        }

        @Override
        public Listener listener() {
            return this;
        }

        @Override
        public void deliver(EventBatch batch) {}

        @Override
        public void flush() {}
    }
}
