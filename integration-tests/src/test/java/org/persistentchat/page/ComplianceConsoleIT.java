package org.persistentchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.persistentchat.page.Organisation.Member;
import org.persistentchat.page.Organisation.Room;

/** A compliance officer looks at the status, finds what was said, keeps it in a case and takes the package away; all with the keyboard. */
class ComplianceConsoleIT extends PageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static ChatPage console(Member person) {
        return ChatPage.open(browser(), address(), "compliance.html").signIn(person);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void go(Page page, String place) {
        page.getByRole(AriaRole.NAVIGATION).getByText(place).press("Enter");
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(place).setLevel(1)))
                .isFocused();
    }

    @Test
    void anOfficerSeesTheStatus() {
        try (ChatPage console = console(organisation().officer("Olive Stone"))) {
            Page page = console.page();
            assertThat(page.locator(".facts")).containsText("Records sealed");
            assertThat(page.locator("main")).containsText("None is configured.");
        }
    }

    @Test
    void whoeverIsNoOfficerIsTold() {
        try (ChatPage console = console(organisation().person("Ana Ruiz"))) {
            assertThat(console.problem()).containsText("Only compliance officers see this.");
        }
    }

    @Test
    void whatWasSaidIsFoundPickedAndPackedWithoutAMouse() throws IOException {
        Room room = room("Console");
        Member ana = organisation().person("Ana Ruiz");
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        try (Speaker speaker = organisation().speaker(ana, room)) {
            speaker.say("<img src=x onerror=alert(1)> " + word);
        }
        try (ChatPage console = console(organisation().officer("Olive Stone"))) {
            Page page = console.page();
            go(page, "Cases");
            assertThat(page.locator("main")).containsText("You are a member of no case yet.");
            page.getByLabel("Name").fill("Case " + word);
            page.getByLabel("Name").press("Enter");
            assertThat(page.locator("h1")).hasText("Case " + word);
            go(page, "Search");
            page.getByLabel("Words, all of them").fill(word);
            Locator found = page.locator("archive-search .records li");
            Locator notice =
                    page.locator("archive-search p[role=status]"); // while it is looked for, the list has a status, too
            await().atMost(PATIENCE).untilAsserted(() -> {
                page.getByLabel("Words, all of them").press("Enter");
                assertThat(page.locator("archive-search form button")).hasText("Search"); // and no more "Searching…"
                assertThat(notice).containsText("that is all");
                Assertions.assertThat(found.count()).isEqualTo(1);
            });
            assertThat(found).containsText("<img src=x onerror=alert(1)> " + word);
            found.getByRole(AriaRole.BUTTON).press("Enter");
            assertThat(notice).containsText("The case has 1 record.");
            go(page, "Cases");
            page.getByText("Case " + word).press("Enter");
            assertThat(page.locator("case-view .records li")).containsText(word);
            Download zip = page.waitForDownload(
                    () -> button(page, "Download sealed package").press("Enter"));
            Assertions.assertThat(names(zip)).contains("manifest.jsonl", "conversations.html");
            button(page, "Close the case").press("Enter");
            assertThat(button(page, "Open again")).isVisible();
        }
    }

    @Test
    void whatAnEarlierSearchFindsIsNotTakenForThatOfALaterOne() {
        try (ChatPage console = console(organisation().officer("Olive Stone"))) {
            Page page = console.page();
            go(page, "Search");
            AtomicReference<Route> earlier = new AtomicReference<>();
            page.route("**/compliance/searches", route -> {
                if (!earlier.compareAndSet(null, route)) {
                    route.fulfill(found("{\"items\":[]}"));
                }
            });
            Locator words = page.getByLabel("Words, all of them");
            for (String word : List.of("earlier", "later")) {
                words.fill(word);
                page.waitForRequest("**/compliance/searches", () -> words.press("Enter"));
            }
            Locator notice = page.locator("archive-search p[role=status]").first();
            assertThat(notice).hasText("0 records, that is all.");
            page.waitForResponse(
                    "**/compliance/searches",
                    () -> Objects.requireNonNull(earlier.get()).fulfill(found("{\"items\":[],\"next\":7}")));
            assertThat(notice).hasText("0 records, that is all.");
        }
    }

    private static Route.FulfillOptions found(String json) {
        return new Route.FulfillOptions().setContentType("application/json").setBody(json);
    }

    private static List<String> names(Download zip) throws IOException {
        try (ZipFile files = new ZipFile(zip.path().toFile())) {
            return Collections.list(files.entries()).stream()
                    .map(ZipEntry::getName)
                    .toList();
        }
    }
}
