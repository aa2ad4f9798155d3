package org.persistentchat.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.persistentchat.change.Change;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.principal.PrincipalGraph;
import org.persistentchat.principal.SamplePrincipals;
import org.persistentchat.principal.Subject;

/**
 * Whatever is changed in whatever order, the memory that follows the changes says of every person and room what a model of a few sets
 * says that knows nothing of indexes.
 */
class PermissionIndexProperties {
    private static final List<Long> PEOPLE = List.of(101L, 102L, 103L, 104L);
    private static final List<Long> GROUPS = List.of(201L, 202L, 203L, 204L);
    private static final List<Long> CATEGORIES = List.of(301L, 302L);
    private static final List<Privacy> PRIVACIES = List.of(Privacy.OPEN, Privacy.CLOSED, Privacy.SECRET);
    private static final List<RoomType> TYPES = List.of(RoomType.NORMAL, RoomType.AUDITORIUM);
    private static final List<Long> ROOMS = List.of(401L, 402L, 403L);

    /** An access entry, or with no relation a membership of {@code principal} in the group {@code of}. */
    private record Entry(String relation, long of, long principal) {}

    /** What an administrator does. */
    private record Act(String what, long subject, String relation, long principal, int choice) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        List<Long> principals =
                Stream.of(PEOPLE, GROUPS, List.of(1L)).flatMap(List::stream).toList();
        Arbitrary<Act> act = Combinators.combine(
                        Arbitraries.of(
                                "join", "quit", "scope", "unscope", "list", "unlist", "privacy", "type", "disable",
                                "move"),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.of(principals),
                        Arbitraries.integers().between(0, 5))
                .as((what, subject, principal, choice) -> act(what, subject, principal, choice));
        return act.list().ofMinSize(1).ofMaxSize(60);
    }

    private static Act act(String what, int subject, long principal, int choice) {
        return switch (what) {
            case "join", "quit" -> new Act(what, GROUPS.get(subject % 4), "", principal, choice);
            case "scope", "unscope" ->
                new Act(what, CATEGORIES.get(subject % 2), choice < 4 ? "ALLOWED" : "DENIED", principal, choice);
            case "list", "unlist" ->
                new Act(
                        what,
                        ROOMS.get(subject % 3),
                        choice < 3 ? "MEMBER" : choice == 3 ? "MANAGER" : "PRESENTER",
                        principal,
                        choice);
            default -> new Act(what, ROOMS.get(subject % 3), "", principal, choice);
        };
    }

    @Property(tries = 60)
    void memoryThatFollowsSaysWhatTheModelSays(@ForAll("acts") List<Act> acts) {
        Tables tables = new Tables();
        Model model = new Model();
        for (Act act : acts) {
            tables.follow(model.apply(act, tables));
            tables.compare(model);
        }
    }

    /** A few sets, and rules in their plainest form. */
    private static final class Model {
        final Set<Entry> entries = new HashSet<>();
        final Map<Long, Privacy> privacy = new HashMap<>();
        final Map<Long, RoomType> type = new HashMap<>();
        final Map<Long, Long> category = new HashMap<>();
        final Set<Long> disabled = new HashSet<>();

        Model() {
            ROOMS.forEach(room -> {
                privacy.put(room, Privacy.CLOSED);
                type.put(room, RoomType.NORMAL);
                category.put(room, CATEGORIES.get(0));
            });
        }

        /** Applies it here and to the tables, and says what was changed. */
        List<Change> apply(Act act, Tables tables) {
            long id = act.subject();
            switch (act.what()) {
                case "join", "scope", "list" -> {
                    if (!entries.add(new Entry(act.relation(), id, act.principal()))) {
                        return List.of();
                    }
                    tables.insert(act);
                }
                case "quit", "unscope", "unlist" -> {
                    entries.remove(new Entry(act.relation(), id, act.principal()));
                    tables.delete(act);
                }
                case "privacy" -> {
                    privacy.put(id, PRIVACIES.get(act.choice() % 3));
                    tables.set("privacy = '" + privacy.get(id) + "'", id);
                }
                case "type" -> {
                    type.put(id, TYPES.get(act.choice() % 2));
                    tables.set("room_type = '" + type.get(id) + "'", id);
                }
                case "disable" -> {
                    if (!disabled.remove(id)) {
                        disabled.add(id);
                    }
                    tables.set("disabled = " + (disabled.contains(id) ? 1 : 0), id);
                }
                case "move" -> {
                    category.put(id, CATEGORIES.get(act.choice() % 2));
                    tables.set("category_id = " + category.get(id), id);
                }
                default -> throw new IllegalArgumentException(act.what());
            }
            return List.of(change(act));
        }

        private static Change change(Act act) {
            return switch (act.what()) {
                case "join", "quit" -> new Change(1, ChangeKind.MEMBERSHIP, act.principal());
                case "scope", "unscope" -> new Change(1, ChangeKind.CATEGORY, act.subject());
                default -> new Change(1, ChangeKind.ROOM, act.subject());
            };
        }

        /** All that somebody is: grown until it grows no more. */
        Set<Long> closure(long person) {
            Set<Long> all = new HashSet<>(List.of(person, 1L));
            boolean grows = true;
            while (grows) {
                Set<Long> more = entries.stream()
                        .filter(entry -> entry.relation().isEmpty() && all.contains(entry.principal()))
                        .map(Entry::of)
                        .collect(Collectors.toSet());
                grows = all.addAll(more);
            }
            return all;
        }

        boolean named(long person, String relation, long of) {
            return closure(person).stream().anyMatch(principal -> entries.contains(new Entry(relation, of, principal)));
        }

        boolean finds(long person, long room) {
            long in = category.getOrDefault(room, 0L);
            boolean scope = named(person, "ALLOWED", in) && !named(person, "DENIED", in);
            boolean member = named(person, "MEMBER", room) || named(person, "MANAGER", room);
            return scope && !disabled.contains(room) && (member || privacy.get(room) != Privacy.SECRET);
        }

        boolean reads(long person, long room) {
            boolean member = named(person, "MEMBER", room) || named(person, "MANAGER", room);
            return finds(person, room) && (member || privacy.get(room) == Privacy.OPEN);
        }

        boolean posts(long person, long room) {
            return reads(person, room) && (type.get(room) == RoomType.NORMAL || named(person, "PRESENTER", room));
        }

        boolean isNamed(long person, long room) {
            return named(person, "MEMBER", room) || named(person, "MANAGER", room) || named(person, "PRESENTER", room);
        }
    }

    /** The product's tables, and the product's memory of them. */
    private static final class Tables {
        private final InMemoryContent content = new InMemoryContent();
        private final PrincipalGraph graph = SamplePrincipals.graph(content.dataSource());
        private final RoomDirectory rooms = new RoomDirectory();

        @SuppressWarnings("UnnecessaryAssignment") // the test stands in for the container
        Tables() {
            rooms.store = new RoomStore();
            rooms.store.dataSource = content.dataSource();
            GROUPS.forEach(id -> content.execute("INSERT INTO principal_group VALUES (" + id + ", 'GROUP', 'g" + id
                    + "', 'g" + id + "', '', 'LOCAL', NULL, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 0)"));
            CATEGORIES.forEach(id -> content.execute("INSERT INTO category VALUES (" + id + ", 'c" + id + "', 'c" + id
                    + "', '', 1, 1, 1, 0, CURRENT_TIMESTAMP, 0)"));
            ROOMS.forEach(id -> content.execute("INSERT INTO room VALUES (" + id + ", 301, 'r" + id + "', 'r" + id
                    + "', '', 'CLOSED', 'NORMAL', 0, 0, CURRENT_TIMESTAMP, 0, CURRENT_TIMESTAMP, 0, 'INHERIT')"));
            graph.reload();
            rooms.reload();
        }

        void insert(Act act) {
            content.execute(
                    act.relation().isEmpty()
                            ? "INSERT INTO group_member VALUES (" + act.principal() + ", " + act.subject() + ")"
                            : "INSERT INTO " + table(act) + " VALUES (" + act.subject() + ", '" + act.relation() + "', "
                                    + act.principal() + ")");
        }

        void delete(Act act) {
            content.execute(
                    act.relation().isEmpty()
                            ? "DELETE FROM group_member WHERE member_id = " + act.principal() + " AND group_id = "
                                    + act.subject()
                            : "DELETE FROM " + table(act) + " WHERE "
                                    + table(act).replace("_principal", "_id") + " = "
                                    + act.subject() + " AND relation = '" + act.relation() + "' AND principal_id = "
                                    + act.principal());
        }

        void set(String assignment, long room) {
            content.execute("UPDATE room SET " + assignment + " WHERE room_id = " + room);
        }

        private static String table(Act act) {
            return act.what().endsWith("scope") ? "category_principal" : "room_principal";
        }

        void follow(List<Change> changes) {
            graph.follow(changes);
            rooms.follow(changes);
        }

        void compare(Model model) {
            List<String> expected = new ArrayList<>();
            List<String> actual = new ArrayList<>();
            for (long person : PEOPLE) {
                Person who = SamplePeople.person(person, "p" + person);
                Subject subject = new Subject(who, graph.memberships(who.id()));
                Set<Long> naming = rooms.naming(subject).stream()
                        .map(room -> room.id().value())
                        .collect(Collectors.toSet());
                for (long id : ROOMS) {
                    Room room = rooms.find(new RoomId(id)).orElseThrow();
                    actual.add(line(person, id, right -> switch (right) {
                        case "find" -> RoomRights.mayFind(subject, room);
                        case "read" -> RoomRights.mayRead(subject, room);
                        case "post" -> RoomRights.mayPost(subject, room);
                        default -> naming.contains(id);
                    }));
                    expected.add(line(person, id, right -> switch (right) {
                        case "find" -> model.finds(person, id);
                        case "read" -> model.reads(person, id);
                        case "post" -> model.posts(person, id);
                        default -> model.isNamed(person, id);
                    }));
                }
            }
            assertThat(actual).isEqualTo(expected);
        }

        private static String line(long person, long room, Function<String, Boolean> rights) {
            return person + " in " + room + ": "
                    + Stream.of("find", "read", "post", "named")
                            .map(right -> right + "=" + rights.apply(right))
                            .collect(Collectors.joining(" "));
        }
    }
}
