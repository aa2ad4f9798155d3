package org.persistentchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.persistentchat.page.Organisation.Member;
import org.persistentchat.page.Organisation.Room;

/** Messages are pinned, found in the list of pins, and taken down again. */
class PagePinsIT extends PageTest {

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator pins(ChatPage chat) {
        return chat.page().locator("room-pins");
    }

    private static void openPins(ChatPage chat) {
        pins(chat).locator("summary").click();
    }

    /** The message wherever it is and whatever stands beside its text. */
    private static Locator bySequence(ChatPage chat, Locator message) {
        return chat.messages().and(chat.page().locator("[data-seq='" + message.getAttribute("data-seq") + "']"));
    }

    @Test
    void aPinIsSeenByAllAndTakenDown() {
        Member ana = organisation().person("Ana Ruiz");
        Member ben = organisation().person("Ben Okafor");
        Room room = room("Pins");
        try (ChatPage left = open().signIn(ana).enter(room);
                ChatPage right = open().signIn(ben).enter(room)) {
            openPins(right);
            assertThat(pins(right)).containsText("Nothing is pinned");
            left.say("The code of the door is on the board");
            Locator said = bySequence(left, left.message("The code of the door is on the board"));
            said.hover();
            button(said, "Pin").click();
            assertThat(said.locator(".pinned")).isVisible();
            assertThat(pins(right).locator("li")).hasCount(1);
            assertThat(pins(right).locator("li")).containsText("Ana Ruiz");
            button(pins(right), "Unpin the message of Ana Ruiz").click();
            assertThat(pins(right)).containsText("Nothing is pinned");
            assertThat(said.locator(".pinned")).hasCount(0);
        }
    }

    @Test
    void aPinThatIsFarBackIsFoundWithTheKeyboard() {
        Member ana = organisation().person("Ana Ruiz");
        Room room = room("Old pins");
        try (ChatPage chat = open().signIn(ana).enter(room)) {
            chat.say("Remember this");
            Locator said = bySequence(chat, chat.message("Remember this"));
            said.hover();
            button(said, "Pin").click();
            assertThat(said.locator(".pinned")).isVisible();
            try (Speaker ben = organisation().speaker(organisation().person("Ben Okafor"), room)) {
                for (int i = 0; i < 150; i++) {
                    ben.say("later " + i);
                }
            }
            chat.page().reload();
            assertThat(chat.message("later 149")).isVisible();
            assertThat(said).hasCount(0);
            Page page = chat.page();
            pins(chat).locator("summary").focus();
            page.keyboard().press("Enter");
            assertThat(pins(chat).locator("li")).containsText(Pattern.compile("Remember this"));
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(said).isInViewport();
            assertThat(said).isFocused();
        }
    }
}
