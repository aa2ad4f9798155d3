package org.persistentchat.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.OnSharedServer;

/**
 * Every command and call, by everyone, in rooms of every privacy and type, in categories of every scope: the answers are those of
 * {@code permission-matrix.txt}, which is the readable form of the rules.
 */
@OnSharedServer
class PermissionMatrixIT {
    private static final ChatServer SERVER = new ChatServer();
    private static final PermissionTable TABLE = PermissionTable.read("permission-matrix.txt");
    private static final Map<List<String>, String> ROOMS = new LinkedHashMap<>();
    private static Organisation people;
    private static Acts acts;

    @BeforeAll
    static void organise() {
        people = new Organisation(SERVER);
        acts = new Acts(SERVER, people);
        for (Scope scope : Scope.ALL) {
            for (String privacy : List.of("open", "closed", "secret")) {
                for (String type : List.of("normal", "auditorium")) {
                    ROOMS.put(List.of(scope.label(), privacy, type), people.room(scope, privacy, type));
                }
            }
        }
        Scope.ALL.forEach(people::close);
    }

    static Stream<List<String>> rooms() {
        return Stream.of(Scope.ALL)
                .flatMap(List::stream)
                .flatMap(scope -> Stream.of("open", "closed", "secret")
                        .flatMap(privacy ->
                                Stream.of("normal", "auditorium").map(type -> List.of(scope.label(), privacy, type))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void everyAnswerIsThatOfTheTable(List<String> kind) {
        String room = ROOMS.getOrDefault(kind, "");
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (Standing standing : Standing.ALL) {
            List<String> situation = new ArrayList<>(kind);
            situation.add(standing.label());
            people.said(room);
            for (String act : TABLE.acts()) {
                // who may remove a room does so for good: they get one of their own
                boolean removes =
                        act.equals("remove") && TABLE.expected(situation, act).equals("ok");
                String target = removes ? people.room(Scope.INSIDE, kind.get(1), kind.get(2)) : room;
                String what = String.join(" ", situation) + " " + act + ": ";
                expected.add(what + TABLE.expected(situation, act));
                actual.add(what + acts.tried(act, standing, target));
            }
        }
        assertThat(actual).containsExactlyElementsOf(expected);
    }
}
