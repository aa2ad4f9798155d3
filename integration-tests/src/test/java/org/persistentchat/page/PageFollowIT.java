package org.persistentchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.persistentchat.page.Organisation.Member;
import org.persistentchat.page.Organisation.Room;

/** What somebody is told of rooms that they are not in, and that two pages of one person agree. */
class PageFollowIT extends PageTest {

    private static Locator level(ChatPage chat) {
        return chat.page().getByLabel("Tell me while I am elsewhere");
    }

    /** The page shows what was chosen before the server has it: waits until it does. */
    private static void choose(ChatPage chat, Runnable choice) {
        Response answer = chat.page().waitForResponse(response -> response.url().contains("/follows/"), choice);
        Assertions.assertThat(answer.ok()).as(answer.statusText()).isTrue();
    }

    @Test
    void aChosenLevelHoldsOnBothPagesAndTellsAtOnce() {
        Member ana = organisation().person("Ana Ruiz");
        Room room = room("Followed");
        Room other = room("Elsewhere");
        try (ChatPage one = open().signIn(ana).enter(room);
                ChatPage two = open().signIn(ana).enter(room)) {
            assertThat(level(one)).hasValue("none");
            choose(one, () -> level(one).selectOption("all"));
            assertThat(level(two)).hasValue("all");
            one.page().reload();
            assertThat(level(one)).hasValue("all");
            try (ChatPage three = open().signIn(ana).enter(other);
                    Speaker ben = organisation().speaker(organisation().person("Ben Okafor"), room)) {
                one.enter(other); // a page that shows the room would have read it
                two.enter(other);
                ben.say("first");
                ben.say("second");
                assertThat(three.roomLink(room)).hasAccessibleName(Pattern.compile("2 unread"));
            }
        }
    }

    @Test
    void whatWasDeletedIsUnreadNowhere() {
        Member ana = organisation().person("Ana Ruiz");
        Member ben = organisation().person("Ben Okafor");
        Room room = room("Deleting");
        Room other = room("Elsewhere");
        try (ChatPage one = open().signIn(ana).enter(room);
                ChatPage two = open().signIn(ana).enter(other);
                ChatPage writing = open().signIn(ben).enter(room)) {
            choose(one, () -> level(one).selectOption("all"));
            one.enter(other);
            writing.say("This stays");
            writing.say("This goes");
            assertThat(one.roomLink(room)).hasAccessibleName(Pattern.compile("2 unread"));
            assertThat(two.roomLink(room)).hasAccessibleName(Pattern.compile("2 unread"));
            writing.page().onDialog(dialog -> dialog.accept());
            Locator goes = writing.message("This goes");
            goes.hover();
            goes.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
                    .click();
            assertThat(one.roomLink(room)).hasAccessibleName(Pattern.compile("1 unread"));
            assertThat(two.roomLink(room)).hasAccessibleName(Pattern.compile("1 unread"));
            one.enter(room);
            assertThat(one.roomLink(room)).not().hasAccessibleName(Pattern.compile("unread"));
            assertThat(two.roomLink(room)).not().hasAccessibleName(Pattern.compile("unread"));
        }
    }

    @Test
    void aMentionIsCountedOnBothPages() {
        Member ana = organisation().person("Ana Ruiz");
        Room room = room("Mentioning");
        Room other = room("Elsewhere");
        try (ChatPage one = open().signIn(ana).enter(room);
                ChatPage two = open().signIn(ana).enter(other);
                Speaker ben = organisation().speaker(organisation().person("Ben Okafor"), room)) {
            choose(one, () -> level(one).selectOption("mentions"));
            one.enter(other);
            ben.say("@" + ana.account() + " look");
            assertThat(one.roomLink(room)).hasAccessibleName(Pattern.compile("1 unread, 1 mentions you"));
            assertThat(two.roomLink(room)).hasAccessibleName(Pattern.compile("1 unread, 1 mentions you"));
            assertThat(two.page().locator("[aria-live=polite]")).hasText("You are mentioned in " + room.name());
        }
    }

    @Test
    void theKeyboardReachesTheLevel() {
        Member ana = organisation().person("Ana Ruiz");
        Room room = room("Keys to follow");
        try (ChatPage chat = open().signIn(ana).enter(room)) {
            Page page = chat.page();
            level(chat).focus();
            choose(chat, () -> page.keyboard().press("ArrowUp"));
            assertThat(level(chat)).hasValue("mentions");
            page.reload();
            assertThat(level(chat)).hasValue("mentions");
        }
    }
}
