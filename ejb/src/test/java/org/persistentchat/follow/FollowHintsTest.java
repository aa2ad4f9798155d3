package org.persistentchat.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.BreakableDataSource;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.SampleEvents;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.journal.MentionsChanged;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPositions;
import org.persistentchat.room.WrittenRooms;

/** Who follows a room and is not in it hears what their level says, if they may read the room at that moment. */
class FollowHintsTest {
    private static final RoomId OPS = new RoomId(11);
    private static final Person ANA = SamplePeople.ana();
    private static final PersonId BEN = SamplePeople.ben().id();

    private final InMemoryContent content = new InMemoryContent();
    private final BreakableDataSource breakable = new BreakableDataSource(content.dataSource());
    private final WrittenRooms rooms = new WrittenRooms(content, 11);
    private final FollowTable table = new FollowTable(content.dataSource());
    private final SettableRights rights = new SettableRights();
    private final FollowHints hints = new FollowHints();
    private final RecordingReceiver here = new RecordingReceiver();
    private final RecordingReceiver there = new RecordingReceiver();

    @SuppressWarnings("UnnecessaryAssignment") // the test stands in for the container
    FollowHintsTest() {
        hints.dataSource = breakable.dataSource();
        hints.positions = new RoomPositions(breakable.dataSource());
        hints.rights = rights;
        rights.readers.add(ANA.id());
    }

    private void connectWith(FollowLevel level) {
        table.put(ANA.id(), OPS, level);
        hints.connected(ANA, here);
    }

    private long say() {
        long sequence = rooms.say(11, 1, BEN);
        hints.committed(OPS, List.of(SampleEvents.event(OPS, sequence)));
        return sequence;
    }

    private void mentionAna(long sequence) {
        rooms.mention(11, sequence, ANA.id());
        hints.mentioned(List.of(new MentionsChanged(OPS, sequence, Set.of(ANA.id()), Set.of())));
    }

    @Test
    void whoFollowsEverythingHearsOnceARoundHowMuchIsUnread() {
        connectWith(FollowLevel.ALL);
        say();
        say();
        hints.round();
        hints.round();
        assertThat(here.takeHeard()).containsExactly("activity 11 2/0");
        say();
        hints.round();
        assertThat(here.takeHeard()).containsExactly("activity 11 3/0");
    }

    @Test
    void whoFollowsMentionsHearsOfThemAtOnceAndThenTheCounts() {
        connectWith(FollowLevel.MENTIONS);
        long sequence = say();
        hints.round();
        assertThat(here.takeHeard()).isEmpty();
        mentionAna(sequence);
        assertThat(here.takeHeard()).containsExactly("mention 11:1");
        hints.round();
        assertThat(here.takeHeard()).containsExactly("activity 11 1/1");
    }

    @Test
    void aMentionThatIsTakenBackIsToldByTheCounts() {
        connectWith(FollowLevel.MENTIONS);
        long sequence = say();
        mentionAna(sequence);
        hints.round();
        here.takeHeard();
        rooms.delete(11, sequence);
        hints.mentioned(List.of(new MentionsChanged(OPS, sequence, Set.of(), Set.of(ANA.id()))));
        hints.round();
        assertThat(here.takeHeard()).containsExactly("activity 11 0/0");
    }

    @Test
    void whoFollowsNothingHearsNothing() {
        rights.named.add(ANA.id());
        connectWith(FollowLevel.NONE);
        mentionAna(say());
        hints.round();
        assertThat(here.takeHeard()).isEmpty();
    }

    @Test
    void withoutAChoiceWhoIsNamedInTheRoomHearsOfMentionsAndOthersDoNot() {
        hints.connected(ANA, here);
        mentionAna(say());
        assertThat(here.takeHeard()).isEmpty();
        rights.named.add(ANA.id());
        mentionAna(say());
        hints.round();
        assertThat(here.takeHeard()).containsExactly("mention 11:2", "activity 11 2/2");
    }

    @Test
    void whoLostTheRightHearsNothing() {
        connectWith(FollowLevel.ALL);
        long sequence = say();
        rights.readers.clear();
        mentionAna(sequence);
        hints.round();
        assertThat(here.takeHeard()).isEmpty();
    }

    @Test
    void aConnectionInTheRoomHearsNoHintsThePersonsOtherOneDoes() {
        connectWith(FollowLevel.ALL);
        hints.connected(ANA, there);
        here.entered.add(OPS);
        mentionAna(say());
        hints.round();
        assertThat(here.takeHeard()).isEmpty();
        assertThat(there.takeHeard()).containsExactly("mention 11:1", "activity 11 1/1");
    }

    @Test
    void whoIsBehindHearsWhenTheyHaveCaughtUp() {
        connectWith(FollowLevel.ALL);
        here.behind = true;
        mentionAna(say());
        hints.round();
        here.behind = false;
        hints.round();
        assertThat(here.takeHeard()).containsExactly("activity 11 1/1");
    }

    @Test
    void whileTheDatabaseIsAwayHintsWaitAndAreThenTold() {
        connectWith(FollowLevel.ALL);
        say();
        breakable.unreachable(true);
        hints.round();
        breakable.unreachable(false);
        hints.round();
        assertThat(here.takeHeard()).containsExactly("activity 11 1/0");
    }

    @Test
    void aChoiceHoldsAtOnceAndAllConnectionsAreTold() {
        hints.connected(ANA, here);
        hints.connected(ANA, there);
        table.put(ANA.id(), OPS, FollowLevel.ALL);
        hints.changed(ANA.id(), OPS);
        say();
        hints.round();
        assertThat(here.takeHeard()).isEqualTo(there.takeHeard()).containsExactly("follow 11 all", "activity 11 1/0");
        table.remove(ANA.id(), OPS);
        hints.changed(ANA.id(), OPS);
        say();
        hints.round();
        assertThat(here.takeHeard()).containsExactly("follow 11 none");
    }

    @Test
    void whoIsGoneHearsNothingMore() {
        connectWith(FollowLevel.ALL);
        hints.gone(ANA.id(), here);
        say();
        hints.round();
        assertThat(here.takeHeard()).isEmpty();
    }

    @Test
    void anEventThatIsOnlyKnownToExistIsAHintAsWell() {
        connectWith(FollowLevel.ALL);
        rooms.say(11, 1, BEN);
        hints.committed(OPS, List.<CommittedEvent>of());
        hints.round();
        assertThat(here.takeHeard()).containsExactly("activity 11 1/0");
    }
}
