package org.persistentchat.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.presence.Presence;
import org.persistentchat.presence.PresenceNews.Occupancy;
import org.persistentchat.presence.PresencePush;
import org.persistentchat.room.RoomId;

/** Only entered rooms are shown, and only shown rooms are told. */
class ShownRoomsTest {
    private static final RoomId OPS = new RoomId(1);
    private static final RoomId LOBBY = new RoomId(2);

    private final RecordingOutlet outlet = new RecordingOutlet();
    private final Presence presence = new Presence();
    private final ShownRooms shown = new ShownRooms(presence, outlet);
    private final Set<RoomId> entered = new HashSet<>(Set.of(OPS));
    private final List<Shown> answers = new ArrayList<>();

    private void show(RoomId... rooms) {
        answers.clear();
        shown.show(List.of(rooms), entered::contains, new Reply<>() {
            @Override
            public void ok(List<Shown> answer) {
                answers.addAll(answer);
            }

            @Override
            public void failed(ChatException reason) {
                throw new AssertionError(reason);
            }
        });
    }

    private boolean tell(RoomId room) {
        return shown.tell(new PresencePush(new Occupancy(room, 7)));
    }

    @Test
    void aRoomThatWasNotEnteredIsNotShownAndTheOthersAre() {
        presence.came(SamplePeople.ben(), OPS);
        show(OPS, LOBBY);

        assertThat(answers).extracting(Shown::room).containsExactly(OPS, LOBBY);
        assertThat(answers.get(0).people())
                .hasToString("Roster[room=" + OPS + ", people=[" + SamplePeople.ben() + "]]");
        assertThat(Objects.requireNonNull(answers.get(1).refusal()).code()).isEqualTo(ErrorCode.NOT_ENTERED);
        assertThat(shown.contains(LOBBY)).isFalse();
    }

    @Test
    void whatIsNotNamedAgainIsShownNoLonger() {
        entered.add(LOBBY);
        show(OPS, LOBBY);
        show(LOBBY);

        assertThat(shown.contains(OPS)).isFalse();
        assertThat(tell(OPS)).isTrue();
        assertThat(tell(LOBBY)).isTrue();
        assertThat(outlet.heard).containsExactly("Occupancy[room=" + LOBBY + ", count=7]");
    }

    @Test
    void aRoomThatIsLeftWhileItIsBeingShownIsNotShown() {
        answers.clear();
        List<RoomId> asked = new ArrayList<>();
        shown.show(
                List.of(OPS),
                room -> {
                    asked.add(room);
                    return asked.size() == 1;
                },
                new Reply<>() {
                    @Override
                    public void ok(List<Shown> answer) {
                        answers.addAll(answer);
                    }

                    @Override
                    public void failed(ChatException reason) {
                        throw new AssertionError(reason);
                    }
                });
        assertThat(Objects.requireNonNull(answers.get(0).refusal()).code()).isEqualTo(ErrorCode.NOT_ENTERED);
        assertThat(shown.contains(OPS)).isFalse();
    }

    @Test
    void afterAHideNothingIsTold() {
        show(OPS);
        shown.hide(OPS);
        tell(OPS);
        assertThat(outlet.heard).isEmpty();
    }
}
