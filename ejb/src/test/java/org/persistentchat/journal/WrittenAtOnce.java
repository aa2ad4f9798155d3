package org.persistentchat.journal;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.persistentchat.compliance.record.RecordIds;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.event.EventKind;
import org.persistentchat.identity.Person;
import org.persistentchat.room.Room;

/** A journal without lanes: each draft is a transaction of its own, answered at once. */
public final class WrittenAtOnce implements BiConsumer<Draft, Completion<Posted>> {
    private final JournalTransaction transaction;
    private final AtomicReference<Runnable> before = new AtomicReference<>(() -> {});

    public WrittenAtOnce(DataSource dataSource, Clock clock, Predicate<Room> recorded) {
        RecordFactory records = new RecordFactory(new ServerIdentity(1, "chat-1"), new RecordIds());
        transaction = new JournalTransaction(dataSource, records, recorded, new PlayedRights(), clock);
    }

    /** Does something once, before the next draft is written. */
    public void beforeNext(Runnable something) {
        before.set(something);
    }

    @Override
    public void accept(Draft draft, Completion<Posted> completion) {
        before.getAndSet(() -> {}).run();
        PostKey key = PostKey.of(draft.room().id(), draft.author().id(), draft.key());
        try {
            Committed committed =
                    transaction.commit(new JournalBatch(List.of(new JournalEntry.Post(draft, key, completion))));
            Posted posted = committed.answers().get(key);
            if (posted == null) {
                completion.failed(committed.refusal(key));
            } else {
                completion.committed(posted);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Says something. */
    public void say(Room room, Person by, String key, String body) {
        accept(new PostDraft(room, by, key, EventKind.MESSAGE, null, body, 0, Set.of()), new Outcomes<>());
    }
}
