package org.persistentchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.persistentchat.harness.TestServer;
import org.persistentchat.page.Organisation.Member;
import org.persistentchat.page.Organisation.Room;

/** The page when its server is stopped and started: on a server of its own. */
class PageRestartIT {

    @Test
    void aServerThatWasStoppedIsFoundAgainWithoutGapOrDuplicate() {
        try (Chromium chromium = Chromium.launch();
                TestServer server = TestServer.named("page-restart").start()) {
            Organisation organisation = new Organisation(server.address());
            Member ana = organisation.person("Ana Ruiz");
            Room room = organisation.room("Restart", "", organisation.category("Company"));
            try (ChatPage chat = ChatPage.open(chromium.browser(), server.address())) {
                chat.signIn(ana).enter(room);
                chat.say("before the restart");
                assertThat(chat.message("before the restart")).isVisible();
                server.stop();
                chat.awaitState("Reconnecting in");
                chat.say("written while the server was away");
                server.start();
                // by itself, after a pause that has grown meanwhile
                chat.awaitState("Live");
                assertThat(chat.message("written while the server was away")).isVisible();
                assertThat(chat.sequences()).containsExactly(1L, 2L);
            }
        }
    }
}
