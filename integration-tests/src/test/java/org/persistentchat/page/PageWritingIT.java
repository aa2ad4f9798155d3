package org.persistentchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.persistentchat.page.Organisation.Member;
import org.persistentchat.page.Organisation.Room;

/** Alerts and stories are written and read on the page, and who types is seen. */
class PageWritingIT extends PageTest {

    private static Locator kind(ChatPage chat) {
        return chat.page().getByLabel("What it is");
    }

    private static Locator title(ChatPage chat) {
        return chat.page().getByLabel("Title of the story");
    }

    private static Locator send(ChatPage chat) {
        return chat.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"));
    }

    @Test
    void anAlertIsMarkedAndAnnounced() {
        Member ana = organisation().person("Ana Ruiz");
        Member ben = organisation().person("Ben Okafor");
        Room room = room("Alarms");
        try (ChatPage left = open().signIn(ana).enter(room);
                ChatPage right = open().signIn(ben).enter(room)) {
            kind(left).selectOption("alert");
            left.say("The lift is stuck");

            assertThat(right.message("The lift is stuck")).containsText("Important");
            assertThat(right.page().locator("[aria-live=polite]")).hasText("Alert of Ana Ruiz: The lift is stuck");
            assertThat(left.message("The lift is stuck")).containsText("Important");
            assertThat(kind(left)).hasValue("message");
            left.say("It moves again");
            assertThat(right.message("It moves again")).not().containsText("Important");
        }
    }

    @Test
    void aStoryHasATitleAndManyLinesAndIsEdited() {
        Member ana = organisation().person("Ana Ruiz");
        Member ben = organisation().person("Ben Okafor");
        Room room = room("Stories");
        try (ChatPage left = open().signIn(ana).enter(room);
                ChatPage right = open().signIn(ben).enter(room)) {
            assertThat(title(left)).isHidden();
            kind(left).selectOption("story");
            assertThat(title(left)).isFocused();
            assertThat(send(left)).hasAttribute("aria-disabled", "true");
            left.page().keyboard().type("How we moved");
            left.page().keyboard().press("Enter");
            assertThat(left.composer()).isFocused();
            left.page().keyboard().type("In the morning");
            left.page().keyboard().press("Enter");
            left.page().keyboard().type("we began.");
            left.page().keyboard().press("Control+Enter");

            Locator story = right.messages().filter(new Locator.FilterOptions().setHasText("we began."));
            assertThat(story.getByRole(AriaRole.HEADING)).hasText("How we moved");
            assertThat(title(left)).isHidden();

            Locator own = left.messages().filter(new Locator.FilterOptions().setHasText("we began."));
            own.hover();
            own.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Edit"))
                    .click();
            assertThat(title(left)).hasValue("How we moved");
            assertThat(kind(left)).hasCount(0);
            title(left).fill("How we moved, twice");
            left.composer().press("Control+Enter");
            assertThat(story.getByRole(AriaRole.HEADING)).hasText("How we moved, twice");
        }
    }

    @Test
    void aDraftKeepsItsKindWhileOneLooksElsewhere() {
        Member ana = organisation().person("Ana Ruiz");
        Room room = room("Drafts");
        Room other = room("Elsewhere");
        try (ChatPage chat = open().signIn(ana).enter(room)) {
            kind(chat).selectOption("story");
            title(chat).fill("Not finished");
            chat.composer().fill("Once upon a time");
            chat.enter(other);
            assertThat(kind(chat)).hasValue("message");
            assertThat(chat.composer()).hasValue("");
            chat.enter(room);
            assertThat(kind(chat)).hasValue("story");
            assertThat(title(chat)).hasValue("Not finished");
            assertThat(chat.composer()).hasValue("Once upon a time");
        }
    }

    @Test
    void whoTypesIsSeenUntilTheySend() {
        Member ana = organisation().person("Ana Ruiz");
        Member ben = organisation().person("Ben Okafor");
        Room room = room("Typing");
        try (ChatPage left = open().signIn(ana).enter(room);
                ChatPage right = open().signIn(ben).enter(room)) {
            assertThat(left.page().locator("room-people")).containsText("2 here");
            left.composer().pressSequentially("Wait");
            Locator typing = right.page().locator("typing-line");
            assertThat(typing).hasText(Pattern.compile("Ana Ruiz is typing"));
            assertThat(left.page().locator("typing-line")).not().containsText("typing");
            left.composer().press("Enter");
            assertThat(right.message("Wait")).isVisible();
            assertThat(typing).not().containsText("typing");
        }
    }
}
