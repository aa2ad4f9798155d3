package org.persistentchat.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.OnSharedServer;
import org.persistentchat.harness.TestServer;

/** What is wrong with what an administrator sends is said with a stable code, and nothing is made or changed: the answers are those of {@code bad-input.txt}. */
@OnSharedServer
class BadInputIT {
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

    static Stream<BadInput.Try> tries() {
        return BadInput.read("bad-input.txt").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tries")
    void itIsRefusedAndNothingChanges(BadInput.Try wrong) {
        CallTable.Row call = things.about(
                new CallTable.Row("", wrong.method(), wrong.path(), wrong.body(), List.of()), Role.ADMINISTRATOR);
        String before = state(call);

        assertThat(staff.call(SERVER.adminToken(), call)).isEqualTo(wrong.answer());
        assertThat(state(call)).isEqualTo(before);
    }

    /** What a change is about, as it is now; of a creation, the newest act that the audit log has: it has one for everything that is made. */
    private static String state(CallTable.Row call) {
        boolean changes = call.method().equals("PATCH") || call.method().equals("DELETE");
        String path = changes ? call.path() : "/audit?limit=1";
        return SERVER.call("GET", "/api/v1" + path, SERVER.adminToken(), "").body();
    }
}
