package org.persistentchat.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.KeptEvents;
import org.persistentchat.event.TextBound;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;

/** Coming back to many rooms: each is entered by itself, the answer is given when all are. */
final class ResumeCommand {
    private final ChatSession session;
    private final SessionServices services;
    private final List<ResumePoint> points;
    private final Reply<List<Resumed>> reply;
    private final AtomicReferenceArray<Resumed> answers;
    private final AtomicInteger open;
    private final AtomicInteger charactersLeft;

    ResumeCommand(ChatSession session, SessionServices services, List<ResumePoint> points, Reply<List<Resumed>> reply) {
        this.session = session;
        this.services = services;
        this.points = points;
        this.reply = reply;
        this.answers = new AtomicReferenceArray<>(points.size());
        this.open = new AtomicInteger(points.size() + 1);
        this.charactersLeft = new AtomicInteger(services.limits().resumeCharacters());
    }

    void run() {
        session.hold();
        for (int index = 0; index < points.size(); index++) {
            begin(index, points.get(index));
        }
        oneIsDone();
    }

    private void begin(int index, ResumePoint point) {
        try {
            Room room = services.rooms().readable(session.subject(), point.room());
            boolean alreadyIn = session.come(room);
            new RoomEntry(
                            session,
                            services,
                            room,
                            new RoomEntry.Wanted(
                                    point.after(),
                                    last -> wantedFrom(point, last),
                                    () -> Math.max(0, charactersLeft.get())),
                            result -> answer(index, resumed(point, result)),
                            refusal -> answer(index, Resumed.refused(point.room(), refusal)))
                    .begin(alreadyIn);
        } catch (ChatException refusal) {
            answer(index, Resumed.refused(point.room(), refusal));
        } catch (RuntimeException defect) {
            // without an answer the session would hold its deliveries for ever
            SessionLog.LOG.roomNotEntered(point.room().text(), defect);
            ChatException reason = new ChatException(ErrorCode.INTERNAL, "The room could not be entered.", defect);
            answer(index, Resumed.refused(point.room(), reason));
        }
    }

    private long wantedFrom(ResumePoint point, long last) {
        long missing = last - point.after();
        return missing < 0 || missing > services.limits().resumeEvents() ? 0 : point.after() + 1;
    }

    private Resumed resumed(ResumePoint point, RoomEntry.Result result) {
        RoomId room = point.room();
        boolean complete = result.first() + result.events().size() > result.last();
        if (result.first() == 0 || !complete) {
            return Resumed.reset(room, result.last());
        }
        PersonId person = session.person().id();
        List<CommittedEvent> events = KeptEvents.resumed(
                result.events(), sequence -> services.attendance().heard(person, room, sequence), services.now());
        boolean fits = charactersLeft.addAndGet(-TextBound.characters(events)) >= 0;
        return fits ? Resumed.complete(room, result.last(), events) : Resumed.reset(room, result.last());
    }

    private void answer(int index, Resumed answer) {
        answers.set(index, answer);
        oneIsDone();
    }

    private void oneIsDone() {
        if (open.decrementAndGet() == 0) {
            List<Resumed> all =
                    IntStream.range(0, points.size()).mapToObj(answers::get).toList();
            giveWithPositions(all);
        }
    }

    /** What is unread is nothing that a resume fails for. */
    private void giveWithPositions(List<Resumed> all) {
        Map<RoomId, Long> lasts = new HashMap<>();
        all.stream().filter(room -> room.refusal() == null).forEach(room -> lasts.put(room.room(), room.last()));
        if (lasts.isEmpty()) {
            give(all);
            return;
        }
        try {
            services.blocking(() -> {
                Map<RoomId, RoomPosition> positions = session.reading().at(lasts);
                give(all.stream()
                        .map(room -> stillIn(room).with(positions.get(room.room())))
                        .toList());
                session.flush();
            });
        } catch (RejectedExecutionException busy) {
            give(all);
        }
    }

    /** Who was put out of a room meanwhile does not get what was said there. */
    private Resumed stillIn(Resumed room) {
        return room.refusal() != null || session.isIn(room.room())
                ? room
                : Resumed.refused(room.room(), session.gone());
    }

    private void give(List<Resumed> all) {
        session.release(() -> reply.ok(all));
    }
}
