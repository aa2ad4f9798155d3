package org.persistentchat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.RoomEvent;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.SampleRooms;
import org.persistentchat.stream.RecordingListener;
import org.persistentchat.stream.RunningShard;

/** Whatever is done to messages, in whatever batches: memory, database and a simple model show the same. */
class FoldedEventsTest {
    private static final List<Person> PEOPLE =
            List.of(SamplePeople.ana(), SamplePeople.ben(), SamplePeople.person(1003, "cai"));
    private static final JournalDatabase DATABASE = database();
    private static final JournalTransaction SERVER = DATABASE.server(1);
    private static final RunningShard DELIVERY = new RunningShard(DATABASE.content.dataSource());
    private static final AtomicLong ROOMS = new AtomicLong(100);

    private static JournalDatabase database() {
        JournalDatabase database = new JournalDatabase();
        database.people(PEOPLE.toArray(new Person[0]));
        return database;
    }

    @AfterContainer
    static void stop() {
        DELIVERY.close();
    }

    /** Something that somebody tries. */
    record Act(EventKind kind, int person, long target, String emoji) {}

    @Property(tries = 60)
    void aPageFromMemoryIsThePageFromTheDatabaseAndThatOfTheModel(@ForAll("batches") List<List<Act>> batches)
            throws SQLException {
        Room room = SampleRooms.open(ROOMS.incrementAndGet());
        DATABASE.content.room(room.id().value());
        MessageModel model = new MessageModel();
        listen(room.id());
        int count = 0;
        for (List<Act> acts : batches) {
            List<JournalEntry> entries = new ArrayList<>();
            long known = model.head();
            Set<String> accepted = new TreeSet<>();
            for (Act act : acts) {
                Draft draft = draft(room, act, "key " + ++count, known);
                entries.add(JournalDatabase.entry(draft));
                if (model.apply(draft, known)) {
                    accepted.add(draft.key());
                }
            }
            Committed committed = SERVER.commit(new JournalBatch(entries));
            assertThat(committed.answers()).hasSameSizeAs(accepted);
            DELIVERY.run(() -> committed
                    .events()
                    .forEach((id, events) -> DELIVERY.shard().streams().committed(id, events)));
            List<RoomEvent> inDatabase = DATABASE.read(room.id().value(), PEOPLE.toArray(new Person[0]));
            assertThat(inMemory(room.id())).isEqualTo(inDatabase);
            assertThat(inDatabase.stream().map(MessageModel::shown).toList()).isEqualTo(model.shown());
        }
    }

    private static void listen(RoomId room) {
        DELIVERY.run(() -> DELIVERY.shard()
                .streams()
                .with(room, stream -> stream.subscribe(new RecordingListener()), reason -> {}));
        await().pollInterval(Duration.ofMillis(2))
                .until(() -> DELIVERY.ask(() -> DELIVERY.shard().streams().loaded(room) != null));
    }

    private static List<RoomEvent> inMemory(RoomId room) {
        return DELIVERY.ask(() ->
                Objects.requireNonNull(DELIVERY.shard().streams().loaded(room)).since(1).orElse(List.of()).stream()
                        .map(CommittedEvent::event)
                        .toList());
    }

    private static Draft draft(Room room, Act act, String key, long known) {
        Person by = PEOPLE.get(act.person());
        return switch (act.kind()) {
            case EDIT ->
                new EditDraft(
                        room, by, key, act.target(), new EditDraft.Text(null, key + " edits", 8_000), false, Set.of());
            case DELETE -> new DeleteDraft(room, by, key, act.target(), act.person() == 0);
            case REACTION -> new ReactDraft(room, by, key, act.target(), act.emoji(), true);
            case REACTION_BACK -> new ReactDraft(room, by, key, act.target(), act.emoji(), false);
            case PIN -> new PinDraft(room, by, key, act.target(), true);
            case UNPIN -> new PinDraft(room, by, key, act.target(), false);
            case PURGE -> new PurgeDraft(room, by, key, 1, Math.min(act.target(), known));
            case STORY -> new PostDraft(room, by, key, EventKind.STORY, "title", key, 0, Set.of());
            case ALERT -> new PostDraft(room, by, key, EventKind.ALERT, null, key, act.target(), Set.of());
            default -> new PostDraft(room, by, key, key);
        };
    }

    @Provide
    Arbitrary<List<List<Act>>> batches() {
        Arbitrary<EventKind> kind = Arbitraries.frequency(
                Tuple.of(6, EventKind.MESSAGE),
                Tuple.of(2, EventKind.STORY),
                Tuple.of(2, EventKind.ALERT),
                Tuple.of(4, EventKind.EDIT),
                Tuple.of(2, EventKind.DELETE),
                Tuple.of(5, EventKind.REACTION),
                Tuple.of(3, EventKind.REACTION_BACK),
                Tuple.of(2, EventKind.PIN),
                Tuple.of(1, EventKind.PURGE),
                Tuple.of(1, EventKind.UNPIN));
        Arbitrary<Act> act = Combinators.combine(
                        kind,
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs().between(1, 12),
                        Arbitraries.of("👍", "❤️", "🎉"))
                .as(Act::new);
        return act.list().ofMinSize(1).ofMaxSize(6).list().ofMinSize(1).ofMaxSize(14);
    }
}
