package org.persistentchat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.ChatPolicy;
import org.persistentchat.identity.ChatSwitch;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.identity.SamplePolicy;
import org.persistentchat.principal.SampleSubjects;
import org.persistentchat.principal.Subject;
import org.persistentchat.room.Room;
import org.persistentchat.room.SampleRooms;

/** What is left of a draft's rights when its transaction comes. */
class MemoryRightsTest {
    private static final Person ANA = SamplePeople.ana();
    private static final ChatPolicy POLICY = SamplePolicy.chatIsOn();
    private static final Subject WHO = SampleSubjects.of(ANA);
    private static final Room OPEN = SampleRooms.open(5);
    private static final Room MANAGED = SampleRooms.managed(5, ANA);
    private static final Room LECTURE = SampleRooms.auditorium(5);
    private static final EditDraft EDIT =
            new EditDraft(OPEN, ANA, "e", 1, new EditDraft.Text(null, "text", 100), true, Set.of());
    private static final DeleteDraft DELETE = new DeleteDraft(OPEN, ANA, "d", 1, true);

    private static void isRefused(Room now, Draft draft, ErrorCode code) {
        assertThatThrownBy(() -> MemoryRights.judged(WHO, now, POLICY, draft))
                .isInstanceOfSatisfying(
                        ChatException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void whoDoesNotManageTheRoomAnyMoreChangesOwnMessagesOnly() {
        assertThat(MemoryRights.judged(WHO, OPEN, POLICY, EDIT))
                .isInstanceOfSatisfying(
                        EditDraft.class, edit -> assertThat(edit.ofOthers()).isFalse());
        assertThat(MemoryRights.judged(WHO, OPEN, POLICY, DELETE))
                .isInstanceOfSatisfying(
                        DeleteDraft.class,
                        delete -> assertThat(delete.ofOthers()).isFalse());
    }

    @Test
    void whoStillManagesItDoesAsBefore() {
        assertThat(MemoryRights.judged(WHO, MANAGED, POLICY, EDIT)).isSameAs(EDIT);
        assertThat(MemoryRights.judged(WHO, MANAGED, POLICY, DELETE)).isSameAs(DELETE);
    }

    @Test
    void whoMayNotPostAnyMoreNeitherEditsNorPinsButDeletes() {
        isRefused(LECTURE, EDIT, ErrorCode.NOT_A_PRESENTER);
        isRefused(LECTURE, new PinDraft(OPEN, ANA, "p", 1, true), ErrorCode.NOT_A_PRESENTER);
        isRefused(LECTURE, new PostDraft(OPEN, ANA, "m", "body"), ErrorCode.NOT_A_PRESENTER);
        assertThat(MemoryRights.judged(WHO, LECTURE, POLICY, DELETE)).isInstanceOf(DeleteDraft.class);
    }

    @Test
    void whoMayNotChatAnyMoreDoesNothingThatWaited() {
        Person off = new Person(
                ANA.id(),
                ANA.account(),
                ANA.name(),
                ANA.email(),
                true,
                true,
                ANA.roles(),
                ChatSwitch.OFF,
                ANA.signIns());
        Person inactive = new Person(ANA.id(), ANA.account(), ANA.name(), ANA.email(), true, false, ANA.roles());
        for (Person now : List.of(off, inactive)) {
            for (Draft draft : List.of(EDIT, DELETE, new PostDraft(OPEN, ANA, "m", "body"))) {
                assertThatThrownBy(() -> MemoryRights.judged(SampleSubjects.of(now), OPEN, POLICY, draft))
                        .isInstanceOfSatisfying(
                                ChatException.class,
                                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CHAT_DISABLED));
            }
        }
    }

    @Test
    void aDraftIsForItsRoomAsItIsNow() {
        Room now = SampleRooms.withoutHistory(5);
        PostDraft post = new PostDraft(OPEN, ANA, "m", "body");
        List<Draft> drafts = List.of(
                post,
                EDIT,
                DELETE,
                new PinDraft(OPEN, ANA, "p", 1, true),
                new ReactDraft(OPEN, ANA, "r", 1, "+", true),
                new PurgeDraft(OPEN, ANA, "u", 1, 9),
                new RewriteDraft(OPEN, ANA, "w", 1, true, message -> ""));
        assertThat(drafts).allSatisfy(draft -> {
            assertThat(draft.in(now).room()).isSameAs(now);
            assertThat(draft.in(now).in(OPEN)).isEqualTo(draft);
        });
        assertThat(List.of(post.unkept(), post.in(now).unkept())).containsExactly(false, true);
    }
}
