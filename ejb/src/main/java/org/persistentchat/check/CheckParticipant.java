package org.persistentchat.check;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.persistentchat.history.HistoryPage;
import org.persistentchat.history.HistoryQuery;
import org.persistentchat.identity.Credential;
import org.persistentchat.journal.Posted;
import org.persistentchat.room.RoomId;
import org.persistentchat.session.ChatSession;
import org.persistentchat.session.ChatSessions;
import org.persistentchat.session.Entered;
import org.persistentchat.session.MessageText;

/** One of the two who converse. */
final class CheckParticipant implements AutoCloseable {
    private static final int PAGE = 10;

    private final CheckOutlet outlet = new CheckOutlet();
    private final ChatSession session;
    private final RoomId room;
    private final StepTimer timer;

    /** What was said last. */
    private String said = "";

    CheckParticipant(ChatSessions sessions, Credential who, RoomId room, StepTimer timer) {
        this.session = sessions.open(who, outlet);
        this.room = room;
        this.timer = timer;
    }

    void enter(String step) {
        Answer<Entered> entered = new Answer<>();
        long begun = System.nanoTime();
        session.enter(room, 1, entered);
        timer.await(step, begun, entered.given());
    }

    /** Says something; it is answered, and the other hears it. */
    void say(String step, CheckParticipant other) {
        said = "check " + UUID.randomUUID();
        CompletableFuture<Boolean> heard = other.outlet.arrival(said);
        Answer<Posted> posted = new Answer<>();
        long begun = System.nanoTime();
        session.messages().post(room, said, MessageText.plain(said), posted);
        timer.await(step + StepTimer.ANSWERED, begun, posted.given());
        timer.await(step + ": heard", begun, heard);
    }

    /** Finds what was said in the history. */
    void readBack(String step) {
        Answer<HistoryPage> read = new Answer<>();
        long begun = System.nanoTime();
        session.history(room, HistoryQuery.newest(PAGE), read);
        HistoryPage page = timer.await(step, begun, read.given());
        if (page.events().stream()
                .noneMatch(event -> event.event().message().body().equals(said))) {
            throw StepTimer.failed(step, "what was said is not there", new IllegalStateException(said));
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
