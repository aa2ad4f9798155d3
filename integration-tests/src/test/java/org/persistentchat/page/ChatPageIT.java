package org.persistentchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.persistentchat.page.Organisation.Member;
import org.persistentchat.page.Organisation.Room;

/** What people do on the page. */
class ChatPageIT extends PageTest {

    @Test
    void twoPeopleSeeAtOnceWhatTheOtherWrites() {
        Member ana = organisation().person("Ana Ruiz");
        Member ben = organisation().person("Ben Okafor");
        Room room = room("Operations");
        try (ChatPage left = open();
                ChatPage right = open()) {
            left.signIn(ana).enter(room);
            right.signIn(ben).enter(room);
            left.say("Good morning, Ben");
            assertThat(right.message("Good morning, Ben")).containsText("Ana Ruiz");
            right.say("Good morning!");
            assertThat(left.message("Good morning!")).containsText("Ben Okafor");
            assertThat(left.messages()).hasCount(2);
            assertThat(left.page().locator("li[data-key]")).hasCount(0);
        }
    }

    @Test
    void readingBackShowsEveryOlderMessageAndKeepsThePlace() {
        Member ana = organisation().person("Ana Ruiz");
        Room room = room("Archive");
        int said = 200;
        try (Speaker speaker = organisation().speaker(ana, room)) {
            for (int i = 1; i <= said; i++) {
                speaker.say("message number " + i);
            }
        }
        try (ChatPage chat = open().signIn(ana).enter(room)) {
            assertThat(chat.message("message number " + said)).isInViewport();
            while (chat.sequences().get(0) > 1) {
                readOlder(chat);
            }
            assertThat(chat.sequences())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, said).boxed().toList());
        }
    }

    // Goes near the top, and looks where the text lies that was the oldest before an older page came.
    private static void readOlder(ChatPage chat) {
        long first = chat.sequences().get(0);
        Locator oldest = chat.page().locator("li[data-seq='" + first + "'] .body");
        Object before = oldest.evaluate("""
                text => {
                  text.closest('.scroller').scrollTop = 100;
                  return text.getBoundingClientRect().top;
                }""");
        assertThat(chat.messages().first()).not().hasAttribute("data-seq", String.valueOf(first));
        assertThat(oldest.boundingBox().y).isCloseTo(((Number) before).doubleValue(), within(1.0));
    }

    @Test
    void aReaderOfOldMessagesIsToldOfNewOnes() {
        Member ana = organisation().person("Ana Ruiz");
        Member ben = organisation().person("Ben Okafor");
        Room room = room("Busy");
        try (Speaker speaker = organisation().speaker(ben, room);
                ChatPage chat = open().signIn(ana)) {
            for (int i = 1; i <= 40; i++) {
                speaker.say("line " + i);
            }
            chat.enter(room);
            assertThat(chat.message("line 40")).isInViewport();
            chat.scroller().evaluate("region => { region.scrollTop = 0 }");
            speaker.say("something new");
            Locator jump = chat.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("1 new"));
            jump.click();
            assertThat(chat.message("something new")).isInViewport();
            assertThat(jump).hasCount(0);
        }
    }

    @Test
    void whatIsReadInOneTabIsReadInTheOther() {
        Member ana = organisation().person("Ana Ruiz");
        Member ben = organisation().person("Ben Okafor");
        Room room = room("Release");
        Room other = room("Elsewhere");
        try (Speaker speaker = organisation().speaker(ben, room)) {
            speaker.say("first");
            speaker.say("second");
            try (ChatPage one = open().signIn(ana);
                    ChatPage two = open().signIn(ana)) {
                assertThat(one.roomLink(room)).hasAccessibleName(Pattern.compile("2 unread"));
                two.enter(room).enter(other);
                one.enter(room);
                assertThat(one.roomLink(room)).not().hasAccessibleName(Pattern.compile("unread"));
                one.enter(other);
                speaker.say("third");
                assertThat(one.roomLink(room)).hasAccessibleName(Pattern.compile("1 unread"));
                assertThat(two.roomLink(room)).hasAccessibleName(Pattern.compile("1 unread"));
                two.enter(room);
                assertThat(two.page().locator(".new-line")).isVisible();
                assertThat(one.roomLink(room)).not().hasAccessibleName(Pattern.compile("unread"));
            }
        }
    }

    @Test
    void aReloadKeepsTheSessionAndTheRoom() {
        Member ana = organisation().person("Ana Ruiz");
        Room room = room("Lasting");
        try (ChatPage chat = open().signIn(ana).enter(room)) {
            chat.say("still here");
            assertThat(chat.message("still here")).isVisible();
            chat.page().reload();
            assertThat(chat.heading(room)).isVisible();
            assertThat(chat.message("still here")).isVisible();
        }
    }

    @Test
    void aWrongPasswordIsExplained() {
        Member ana = organisation().person("Ana Ruiz");
        try (ChatPage chat = open()) {
            chat.signIn(ana.account(), "wrong");
            assertThat(chat.problem()).hasText("Account or password is wrong.");
            assertThat(chat.page().getByLabel("Password")).isFocused();
            chat.signIn(ana);
            chat.awaitState("Live");
        }
    }

    @Test
    void markupInAMessageIsShownAsText() {
        Member ana = organisation().person("Ana Ruiz");
        Room room = room("Markup");
        String hostile =
                "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script> ${1} &amp;";
        try (ChatPage chat = open().signIn(ana).enter(room)) {
            chat.say(hostile);
            assertThat(chat.message(hostile)).isVisible();
            assertThat(chat.messages().locator("img, script")).hasCount(0);
            chat.say("javascript:alert(1) and https://example.org/a?b=c.");
            Locator link = chat.messages().getByRole(AriaRole.LINK);
            assertThat(link).hasText(List.of("https://example.org/a?b=c").toArray(String[]::new));
            assertThat(link).hasAttribute("rel", Pattern.compile("noopener"));
            assertThat(chat.page().title()).doesNotContain("owned");
        }
    }

    @Test
    void theKeyboardAloneIsEnough() {
        Member ana = organisation().person("Ana Ruiz");
        Room room = room("Keys");
        try (ChatPage chat = open()) {
            Page page = chat.page();
            assertThat(page.getByLabel("Account")).isFocused();
            page.keyboard().type(ana.account());
            page.keyboard().press("Tab");
            page.keyboard().type(ana.password());
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.SEARCHBOX)).isFocused();
            page.keyboard().type(room.name());
            assertThat(page.locator("a.room")).hasCount(1);
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(chat.composer()).isFocused();
            page.keyboard().type("two");
            page.keyboard().press("Shift+Enter");
            page.keyboard().type("lines");
            page.keyboard().press("Enter");
            assertThat(chat.messages()).hasCount(1);
            assertThat(chat.messages().locator(".body")).hasText("two\nlines");
            assertThat(chat.composer()).isFocused();
        }
    }

    @Test
    void aRevokedSessionLeadsBackToSigningIn() {
        Member ana = organisation().person("Ana Ruiz");
        try (ChatPage chat = open().signIn(ana)) {
            chat.awaitState("Live");
            chat.page().evaluate("""
                    () => fetch('api/v1/tokens/current', {
                      method: 'DELETE',
                      headers: {Authorization: 'Bearer ' + JSON.parse(sessionStorage.getItem('persistentchat.session')).token},
                    })""");
            assertThat(chat.page().getByText("You were signed out.")).isVisible();
            assertThat(chat.page().getByLabel("Account")).isVisible();
        }
    }
}
