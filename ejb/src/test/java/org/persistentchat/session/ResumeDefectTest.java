package org.persistentchat.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.EventBatch;
import org.persistentchat.event.SampleEvents;
import org.persistentchat.identity.Credential;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.room.RoomDirectory;
import org.persistentchat.room.RoomId;

/** Coming back while rooms cannot be read at all: an answer comes, and the session goes on to hear. */
class ResumeDefectTest {
    private static final RoomId OPS = new RoomId(1);
    private static final RoomId LOBBY = new RoomId(2);

    private final RecordingOutlet outlet = new RecordingOutlet();
    private final List<Resumed> answers = new ArrayList<>();

    @Test
    @SuppressWarnings("UnnecessaryAssignment") // the test stands in for the container
    void aDefectIsTheAnswerOfItsRoomAndHoldsNothingForEver() {
        SessionServices services = new SessionServices();
        services.limits = ChatLimits.DEFAULT;
        services.rooms = new RoomDirectory(); // and nothing that says who asks: whatever is asked is a defect
        ChatSession session =
                new ChatSession(new Credential(SamplePeople.ana(), ""), outlet, services, new ChatSessions());

        session.resume(List.of(new ResumePoint(OPS, 0), new ResumePoint(LOBBY, 3)), new Reply<>() {
            @Override
            public void ok(List<Resumed> answer) {
                answers.addAll(answer);
            }

            @Override
            public void failed(ChatException reason) {
                throw new AssertionError(reason);
            }
        });

        assertThat(answers).extracting(Resumed::room).containsExactly(OPS, LOBBY);
        assertThat(answers)
                .extracting(answer -> Objects.requireNonNull(answer.refusal()).code())
                .containsOnly(ErrorCode.INTERNAL);
        session.deliver(new EventBatch(OPS, SampleEvents.events(OPS, 1, 1)));
        assertThat(outlet.heard).containsExactly("1:1");
    }
}
