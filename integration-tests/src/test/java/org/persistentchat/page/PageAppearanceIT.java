package org.persistentchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.persistentchat.page.Organisation.Member;
import org.persistentchat.page.Organisation.Room;

/** The page in light, dark and narrow. Checks what a program can see of its shape; the pictures for people are in {@code target/screenshots}. */
class PageAppearanceIT extends PageTest {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> CONVERSATION = List.of(
            "Good morning! The night was quiet, nothing on the board.",
            "Disk on db-2 is at 81 %, I will move the old backups today.",
            "Is that the one we replaced in spring?",
            "Yes. The other disk of the pair is fine.",
            "The new build is on staging, see https://builds.example.org/chat/1841 for what changed.",
            "One question about the migration: do we stop writing while it runs, or does it take the locks row by row? The last one took"
                    + " 40 minutes, and support had to answer quite a few calls because nobody had told them in advance.",
            "Row by row. Nobody will notice.",
            "Good.",
            "Could somebody look at the certificate of the mail gateway? It ends on Friday.",
            "On it.",
            "Done: valid until next November. I wrote the steps down in the handbook (https://handbook.example.org/certificates).");

    private static Scene scene = new Scene(new Member("", "", ""), new Room("", ""));

    /** Who looks, and at which room. */
    private record Scene(Member person, Room room) {}

    @BeforeAll
    static void talk() {
        String company = organisation().category("Company");
        Room operations = organisation().room("Operations", "What runs, what does not, and who is on it", company);
        Room release = organisation().room("Release 1.0", "", company);
        organisation().room("Water cooler", "", company);
        organisation().room("Incident review", "", organisation().category("Engineering"));
        Member ana = organisation().person("Ana Ruiz");
        scene = new Scene(ana, operations);
        try (Speaker first = organisation().speaker(ana, operations);
                Speaker second = organisation().speaker(organisation().person("Ben Okafor"), operations);
                Speaker third = organisation().speaker(organisation().person("Chris Lindqvist"), operations)) {
            List<Speaker> turns = List.of(second, third, first, third, second, first, third);
            for (int i = 0; i < CONVERSATION.size(); i++) {
                turns.get(i % turns.size()).say(CONVERSATION.get(i));
            }
        }
        try (Speaker waiting = organisation().speaker(organisation().person("Dora Meier"), release)) {
            waiting.say("Who has a minute for the notes?");
            waiting.say("No hurry.");
        }
    }

    @Test
    void aWideWindowShowsRoomsAndMessagesSideBySide() {
        try (ChatPage chat = show("light", new NewContextOptions().setViewportSize(1180, 760))) {
            assertThat(chat.roomLink(scene.room())).isVisible();
            assertThat(chat.message("On it.")).isVisible();
            expectNothingBeyondTheEdge(chat);
        }
    }

    @Test
    void darkIsDark() {
        NewContextOptions dark =
                new NewContextOptions().setViewportSize(1180, 760).setColorScheme(ColorScheme.DARK);
        try (ChatPage chat = show("dark", dark)) {
            Object ground = chat.page().evaluate("""
                    () => {
                      const pixel = document.createElement('canvas').getContext('2d');
                      pixel.fillStyle = getComputedStyle(document.body).backgroundColor;
                      pixel.fillRect(0, 0, 1, 1);
                      return Math.max(...pixel.getImageData(0, 0, 1, 1).data.slice(0, 3));
                    }""");
            assertThat(((Number) ground).intValue()).isLessThan(60);
        }
    }

    @Test
    void aNarrowWindowShowsOneAtATime() {
        NewContextOptions phone = new NewContextOptions()
                .setViewportSize(390, 780)
                .setIsMobile(true)
                .setHasTouch(true);
        try (ChatPage chat = show("narrow", phone)) {
            assertThat(chat.roomLink(scene.room())).isHidden();
            expectNothingBeyondTheEdge(chat);
            chat.page().getByLabel("Back to the rooms").click();
            assertThat(chat.roomLink(scene.room())).isVisible();
            assertThat(chat.composer()).isHidden();
            picture(chat, "narrow-rooms");
        }
    }

    @Test
    void aWordWithoutEndWraps() {
        Room room = room("Long words");
        try (ChatPage chat = open().signIn(scene.person()).enter(room)) {
            chat.say("x".repeat(2_000));
            assertThat(chat.messages()).hasCount(1);
            expectNothingBeyondTheEdge(chat);
        }
    }

    private static ChatPage show(String name, NewContextOptions options) {
        ChatPage chat = new ChatPage(browser(), address(), options);
        chat.page().navigate("./");
        assertThat(chat.page().getByLabel("Account")).isVisible();
        picture(chat, name + "-sign-in");
        chat.signIn(scene.person()).enter(scene.room());
        assertThat(chat.messages()).hasCount(CONVERSATION.size());
        picture(chat, name);
        return chat;
    }

    private static void picture(ChatPage chat, String name) {
        chat.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private static void expectNothingBeyondTheEdge(ChatPage chat) {
        Object wide = chat.page().evaluate("""
                () => [...document.querySelectorAll('*')].filter((element) => element.scrollWidth > innerWidth || element.getBoundingClientRect().right > innerWidth + 1)
                  .map((element) => element.outerHTML.slice(0, 80))""");
        assertThat((List<?>) wide).isEmpty();
    }
}
