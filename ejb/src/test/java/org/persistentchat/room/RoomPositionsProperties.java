package org.persistentchat.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.identity.PersonId;

/** Whatever is said, deleted, mentioned and read: the counts are those of a model that knows every message. */
class RoomPositionsProperties {
    private static final int PEOPLE = 3;
    private static final List<Integer> KINDS = List.of(1, 1, 2, 3, 16, 18);

    private final InMemoryContent content = new InMemoryContent();
    private final RoomPositions positions = new RoomPositions(content.dataSource());
    private static long room = 100;

    /** Something that happens; the numbers choose where and whose. */
    record Step(int what, int number, int person) {}

    private record Said(int kind, int author, Set<Integer> mentioned, boolean deleted) {
        boolean counts(int reader) {
            return kind <= 3 && !deleted && author != reader;
        }

        Said gone() {
            return new Said(kind, author, Set.of(), true);
        }
    }

    @Property(tries = 60)
    void countsAreThoseOfTheModel(@ForAll("steps") List<Step> steps) {
        long id = ++room;
        WrittenRooms rooms = new WrittenRooms(content, id);
        List<Said> said = new ArrayList<>();
        long[] markers = new long[PEOPLE];
        for (Step step : steps) {
            act(step, id, rooms, said, markers);
        }
        for (int person = 0; person < PEOPLE; person++) {
            RoomPosition found = positions
                    .of(new PersonId(person + 1), List.of(new RoomId(id)))
                    .getOrDefault(new RoomId(id), RoomPosition.EMPTY);
            assertThat(found).isEqualTo(expected(said, markers[person], person));
        }
    }

    private static RoomPosition expected(List<Said> said, long marker, int reader) {
        long unread = 0;
        long mentions = 0;
        for (int index = (int) marker; index < said.size(); index++) {
            unread += said.get(index).counts(reader) ? 1 : 0;
            mentions += said.get(index).mentioned.contains(reader) ? 1 : 0;
        }
        return new RoomPosition(said.size(), marker, unread, mentions);
    }

    private static void act(Step step, long id, WrittenRooms rooms, List<Said> said, long[] markers) {
        int place = said.isEmpty() ? 0 : step.number % said.size() + 1;
        PersonId person = new PersonId(step.person + 1);
        if (step.what < 6) {
            int kind = KINDS.get(step.what);
            long sequence = rooms.say(id, kind, person);
            Set<Integer> mentioned = new HashSet<>();
            int other = step.number % PEOPLE;
            if (kind <= 3 && other != step.person) {
                rooms.mention(id, sequence, new PersonId(other + 1));
                mentioned.add(other);
            }
            said.add(new Said(kind, step.person, mentioned, false));
        } else if (step.what == 6 && place > 0) {
            rooms.delete(id, place);
            said.set(place - 1, said.get(place - 1).gone());
        } else if (place > markers[step.person]) {
            rooms.mark(id, place, person);
            markers[step.person] = place;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.integers().between(0, PEOPLE - 1))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
