package org.persistentchat.loadtest.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.persistentchat.loadtest.client.ChatEvent;
import org.persistentchat.loadtest.verify.Difference.What;

/** Each check finds what was planted, as what it is, and counts it once. */
class ChecksTest {
    private static final String ROOM = "Operations";

    private final Differences differences = new Differences();

    private static ChatEvent event(int sequence, String body) {
        return new ChatEvent(sequence, "message", "ana", "Ana", "2026-11-24T08:30:00.123Z", body);
    }

    private static List<ChatEvent> events(String... bodies) {
        return new ArrayList<>(IntStream.range(0, bodies.length)
                .mapToObj(index -> event(index + 1, bodies[index]))
                .toList());
    }

    private static List<ExpectedPost> posts(String... texts) {
        return new ArrayList<>(IntStream.range(0, texts.length)
                .mapToObj(index -> new ExpectedPost("x.log:" + (index + 1), "ana", "Ana", texts[index]))
                .toList());
    }

    private static ArchivedRecord archived(String id, int sequence, String content) {
        return new ArchivedRecord(id, "POST", sequence, "ana", "Ana", content);
    }

    private List<What> history(List<ExpectedPost> expected, List<ChatEvent> history) {
        new HistoryCheck(ROOM, expected, history, differences).run();
        return found();
    }

    private List<What> found() {
        return differences.first().stream().map(Difference::what).toList();
    }

    @Test
    void equalHistoryHasNoDifference() {
        assertThat(history(posts("a", "b", "b", " c "), events("a", "b", "b", " c ")))
                .isEmpty();
    }

    @Test
    void oneLossCountsAsOne() {
        assertThat(history(posts("a", "b", "c", "d"), events("a", "c", "d"))).containsExactly(What.MISSING);
    }

    @Test
    void aLossAtTheEndIsFound() {
        assertThat(history(posts("a", "b", "c"), events("a"))).containsExactly(What.MISSING, What.MISSING);
    }

    @Test
    void aRepeatedLineIsADuplicate() {
        assertThat(history(posts("a", "b", "c"), events("a", "b", "b", "c"))).containsExactly(What.DUPLICATE);
    }

    @Test
    void aForeignLineIsUnexpected() {
        assertThat(history(posts("a", "b"), events("a", "x", "b", "y")))
                .containsExactly(What.UNEXPECTED, What.UNEXPECTED);
    }

    @Test
    void aSwapIsOneDifferenceOfOrder() {
        assertThat(history(posts("a", "b", "c", "d"), events("a", "c", "b", "d")))
                .containsExactly(What.ORDER);
    }

    @Test
    void anotherTextOrAuthorIsAChange() {
        assertThat(history(posts("a", "b ", "c"), events("a", "b", "c"))).containsExactly(What.CHANGED);
        List<ChatEvent> foreign = events("a", "b", "c");
        foreign.set(1, new ChatEvent(2, "message", "bob", "Bob", "", "b"));
        assertThat(history(posts("a", "b", "c"), foreign)).containsExactly(What.CHANGED, What.CHANGED);
    }

    @Test
    void aHoleInTheSequencesIsFound() {
        List<ChatEvent> holed = events("a", "b");
        holed.set(1, event(3, "b"));
        assertThat(history(posts("a", "b"), holed)).containsExactly(What.ORDER);
    }

    @Test
    void aListenerMustHaveAllOnceInOrder() {
        List<ChatEvent> history = events("a", "b", "c", "d");
        listened(history, history);
        assertThat(found()).isEmpty();
        listened(history, List.of(history.get(0), history.get(2), history.get(3)));
        listened(history, List.of(history.get(0), history.get(1), history.get(1), history.get(2), history.get(3)));
        List<ChatEvent> swapped = new ArrayList<>(history);
        Collections.swap(swapped, 1, 2);
        listened(history, swapped);
        listened(history, events("a", "b", "x", "d"));
        listened(history, events("a", "b", "c", "d", "e"));
        assertThat(found()).containsExactly(What.MISSING, What.DUPLICATE, What.ORDER, What.CHANGED, What.UNEXPECTED);
    }

    private void listened(List<ChatEvent> history, List<ChatEvent> received) {
        new ListenerCheck(ROOM, "listener", history, differences).run(0, received);
    }

    @Test
    void anAcknowledgedPostMustBeWhereItWasAcknowledged() {
        List<ExpectedPost> posts = posts("a", "b");
        List<ChatEvent> history = events("a", "b");
        AcknowledgementCheck.run(
                ROOM,
                List.of(new Acknowledged(1, posts.get(0)), new Acknowledged(2, posts.get(1))),
                history,
                differences);
        assertThat(found()).isEmpty();
        AcknowledgementCheck.run(
                ROOM,
                List.of(
                        new Acknowledged(1, posts.get(1)),
                        new Acknowledged(1, posts.get(0)),
                        new Acknowledged(3, posts.get(0))),
                history,
                differences);
        assertThat(found()).containsExactly(What.CHANGED, What.DUPLICATE, What.MISSING);
    }

    @Test
    void theArchiveMustHaveEachPostOnceAsItIs() {
        List<ChatEvent> history = events("a", "b", "c");
        compliance(history, archived("1", 1, "a"), archived("2", 2, "b"), archived("3", 3, "c"));
        assertThat(found()).isEmpty();
        compliance(history, archived("1", 1, "a"), archived("2", 2, "b"));
        compliance(history, archived("1", 1, "a"), archived("2", 2, "B"), archived("3", 3, "c"));
        compliance(history, archived("1", 1, "a"), archived("2", 2, "b"), archived("3", 3, "c"), archived("4", 3, "c"));
        compliance(history, archived("1", 1, "a"), archived("2", 2, "b"), archived("3", 3, "c"), archived("4", 4, "d"));
        assertThat(found()).containsExactly(What.MISSING, What.CHANGED, What.DUPLICATE, What.UNEXPECTED);
    }

    private void compliance(List<ChatEvent> history, ArchivedRecord... records) {
        new ComplianceCheck(ROOM, List.of(records), differences).posts(history);
    }

    @Test
    void joinsAndPartsMustLieBetweenWhatIsKnownAndWhatIsPossible() {
        Presence presence = new Presence();
        presence.joined(ROOM, "ana");
        presence.parted(ROOM, "ana");
        presence.joined(ROOM, "bob");
        presence.mayHaveParted(ROOM, "bob");
        presence(presence, "JOIN ana", "PART ana", "JOIN bob");
        presence(presence, "JOIN ana", "PART ana", "JOIN bob", "PART bob");
        assertThat(found()).isEmpty();
        presence(presence, "JOIN ana", "JOIN bob");
        presence(presence, "JOIN ana", "JOIN ana", "PART ana", "JOIN bob");
        presence(presence, "JOIN ana", "PART ana", "JOIN bob", "JOIN eve");
        assertThat(found()).containsExactly(What.MISSING, What.UNEXPECTED, What.UNEXPECTED);
    }

    private void presence(Presence presence, String... facts) {
        List<ArchivedRecord> records = IntStream.range(0, facts.length)
                .mapToObj(index -> {
                    String[] fact = facts[index].split(" ", 2);
                    return new ArchivedRecord("r" + index, fact[0], 0, fact[1], fact[1], null);
                })
                .toList();
        new ComplianceCheck(ROOM, records, differences).presence(presence.joins(ROOM), presence.parts(ROOM));
    }

    @Test
    void manyDifferencesAreAllCountedButNotAllKept() {
        for (int number = 0; number < 2_000; number++) {
            differences.add(new Difference(Difference.Where.CLIENT, What.FAILED, ROOM, "x"));
        }
        assertThat(differences.count()).isEqualTo(2_000);
        assertThat(differences.first()).hasSize(500);
        assertThat(differences.counts()).isEqualTo(Map.of("CLIENT FAILED", 2_000L));
    }

    private List<What> conversation(List<ExpectedPost> said, List<ChatEvent> history) {
        new ConversationCheck(ROOM, differences).run(said, history);
        return found();
    }

    @Test
    void aConversationInAnyOrderOfItsPeopleIsRight() {
        List<ExpectedPost> said = posts("a", "b", "c");
        said.add(new ExpectedPost("1", "ben", "Ben", "x"));
        List<ChatEvent> history = events("a", "?", "b", "c");
        history.set(1, new ChatEvent(2, "message", "ben", "Ben", "", "x"));
        assertThat(conversation(said, history)).isEmpty();
    }

    @Test
    void whatOnePersonSaidLaterMayNotComeEarlier() {
        assertThat(conversation(posts("a", "b", "c"), events("a", "c", "b"))).containsExactly(What.ORDER);
    }

    @Test
    void aConversationHasNothingTwiceAndNothingThatNobodySaid() {
        assertThat(conversation(posts("a", "b"), events("a", "a", "z", "b")))
                .containsExactly(What.DUPLICATE, What.UNEXPECTED);
    }

    @Test
    void aHoleInTheSequencesIsALoss() {
        List<ChatEvent> history = events("a", "b", "c");
        history.remove(1);
        assertThat(conversation(posts("a", "b", "c"), history)).containsExactly(What.MISSING);
    }

    @Test
    void wordsInTheMouthOfAnotherAreAChange() {
        List<ExpectedPost> said = List.of(new ExpectedPost("1", "ben", "Ben", "a"));
        assertThat(conversation(said, events("a"))).containsExactly(What.CHANGED);
    }
}
