package org.persistentchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.WebSocketRoute;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.persistentchat.page.Organisation.Member;
import org.persistentchat.page.Organisation.Room;

/** The page when its connection breaks: nothing is lost, nothing is shown twice. */
class PageConnectionIT extends PageTest {

    @Test
    void whatWasSaidWhileTheNetworkWasAwayIsThereAfterwards() {
        Member ana = organisation().person("Ana Ruiz");
        Member ben = organisation().person("Ben Okafor");
        Room room = room("Gap");
        try (Speaker speaker = organisation().speaker(ben, room);
                ChatPage chat = open().signIn(ana).enter(room)) {
            speaker.say("before");
            assertThat(chat.message("before")).isVisible();
            chat.context().setOffline(true);
            chat.awaitState("Offline");
            speaker.say("in the gap, one");
            chat.say("written without a network");
            assertThat(chat.page().getByText("Waits for the connection…")).isVisible();
            speaker.say("in the gap, two");
            chat.context().setOffline(false);
            chat.awaitState("Live");
            assertThat(chat.messages()).hasCount(4);
            assertThat(chat.message("written without a network")).hasCount(1);
            expectSequences(chat, 4);
        }
    }

    @Test
    void aPostWhoseAnswerIsLostIsSentAgainAndStoredOnce() {
        Member ana = organisation().person("Ana Ruiz");
        Room room = room("Lost answer");
        AtomicReference<WebSocketRoute> line = new AtomicReference<>();
        try (ChatPage chat = open()) {
            chat.page().routeWebSocket("**/chat?*", toPage -> {
                boolean first = line.getAndSet(toPage) == null;
                WebSocketRoute toServer = toPage.connectToServer();
                toServer.onMessage(frame -> {
                    // the first connection ends in the moment in which the post is answered
                    if (first
                            && frame.text().contains("\"at\"")
                            && frame.text().contains("\"id\"")
                            && !frame.text().contains("\"marker\"")) {
                        toServer.close();
                        toPage.close(new WebSocketRoute.CloseOptions().setCode(4002));
                    } else {
                        toPage.send(frame.text());
                    }
                });
            });
            chat.page().reload();
            chat.signIn(ana).enter(room);
            WebSocketRoute before = line.get();
            chat.say("once and only once");
            chat.page().waitForCondition(() -> line.get() != before);
            chat.awaitState("Live");
            assertThat(chat.message("once and only once")).isVisible();
            assertThat(chat.page().locator("li[data-key]")).hasCount(0);
            expectSequences(chat, 1);
            chat.say("and the next");
            assertThat(chat.messages()).hasCount(2);
        }
    }

    private static void expectSequences(ChatPage chat, long last) {
        List<Long> dense = LongStream.rangeClosed(1, last).boxed().toList();
        assertThat(chat.messages()).hasCount((int) last);
        assertThat(chat.sequences()).isEqualTo(dense);
    }
}
