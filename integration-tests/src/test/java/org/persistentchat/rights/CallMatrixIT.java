package org.persistentchat.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.OnSharedServer;
import org.persistentchat.harness.TestServer;

/**
 * Every REST call and every command, by everyone: the answers are those of {@code call-matrix.txt}. What rooms of other privacies, types and scopes answer is in
 * {@code permission-matrix.txt}.
 */
@OnSharedServer
class CallMatrixIT {
    private static final ChatServer SERVER = new ChatServer();
    private static Staff staff;
    private static Things things;

    @BeforeAll
    static void hire(TestServer process) {
        staff = new Staff(SERVER, process);
        things = new Things(SERVER, staff);
    }

    @AfterAll
    static void goHome() {
        things.close();
        staff.close();
    }

    static Stream<CallTable.Row> calls() {
        return CallTable.read("call-matrix.txt").rows().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void everyAnswerIsThatOfTheTable(CallTable.Row call) {
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (Role role : Role.ALL) {
            expected.add(role.label() + ": " + call.expected(role));
            actual.add(role.label() + ": " + answer(role, things.about(call, role)));
        }
        assertThat(actual).containsExactlyElementsOf(expected);
    }

    private static String answer(Role role, CallTable.Row call) {
        if (call.isCommand()) {
            return staff.command(role, call);
        }
        boolean spends = call.operation().equals("tokens.revoke");
        String answer = staff.call(spends ? staff.spareToken(role) : staff.token(role), call);
        if (call.body().contains("oldPassword") && answer.equals("200")) {
            staff.renew(role);
        }
        return answer;
    }
}
