package org.persistentchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.persistentchat.page.Organisation.Member;
import org.persistentchat.page.Organisation.Room;
import org.persistentchat.protocol.CheckedConversation;
import org.persistentchat.protocol.FrameSchemas;

/**
 * One person's browser with the page in it. Closing it checks that the page never failed: no script error, nothing that the content security policy had to stop,
 * no frame that departs from its schema.
 */
final class ChatPage implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 20_000;

    // The page waits at most this long before it tries to connect again.
    private static final double LONGEST_PAUSE_MILLIS = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final FrameSchemas schemas = FrameSchemas.ofWorkingCopy();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    ChatPage(Browser browser, URI address, Browser.NewContextOptions options) {
        context = browser.newContext(options.setBaseURL(address.toString()).setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        setDefaultAssertionTimeout(PATIENCE_MILLIS); // assertions have a patience of their own, of 5 s
        page = context.newPage();
        page.onPageError(failures::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                failures.add(message.text());
            }
        });
        page.onWebSocket(this::watch);
    }

    static ChatPage open(Browser browser, URI address) {
        return open(browser, address, "./");
    }

    /** Another page of the server. */
    static ChatPage open(Browser browser, URI address, String path) {
        ChatPage chat = new ChatPage(browser, address, new Browser.NewContextOptions().setViewportSize(1180, 760));
        chat.page.navigate(path);
        return chat;
    }

    /** The browser's page, for what has no name here. */
    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    ChatPage signIn(Member person) {
        return signIn(person.account(), person.password());
    }

    ChatPage signIn(String account, String password) {
        page.getByLabel("Account").fill(account);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        return this;
    }

    ChatPage enter(Room room) {
        roomLink(room).click();
        assertThat(heading(room)).isVisible();
        return this;
    }

    Locator roomLink(Room room) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + room.name() + "(,|$)")));
    }

    Locator heading(Room room) {
        return page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(room.name()).setLevel(1));
    }

    Locator composer() {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^Message to ")));
    }

    void say(String body) {
        composer().fill(body);
        composer().press("Enter");
    }

    /** The messages on the page, without those on their way. */
    Locator messages() {
        return page.locator("li[data-seq]");
    }

    Locator message(String body) {
        return messages()
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(body, new Page.GetByTextOptions().setExact(true))));
    }

    Locator scroller() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("^Messages in ")));
    }

    Locator problem() {
        return page.getByRole(AriaRole.ALERT);
    }

    /** Waits for the connection's state as the page tells it. */
    void awaitState(String words) {
        assertThat(page.locator("aside .status"))
                .hasText(
                        Pattern.compile("^\\s*" + words),
                        new LocatorAssertions.HasTextOptions().setTimeout(LONGEST_PAUSE_MILLIS + PATIENCE_MILLIS));
    }

    /** The sequences on the page, in the order shown. */
    List<Long> sequences() {
        return messages().evaluateAll("items => items.map(item => item.dataset.seq)") instanceof List<?> shown
                ? shown.stream().map(seq -> Long.valueOf(String.valueOf(seq))).toList()
                : List.of();
    }

    @Override
    public void close() {
        context.close();
        Assertions.assertThat(failures).as("failures of the page").isEmpty();
    }

    private void watch(WebSocket socket) {
        CheckedConversation conversation = new CheckedConversation(schemas);
        socket.onFrameSent(frame -> check(() -> conversation.sent(frame.text())));
        socket.onFrameReceived(frame -> check(() -> conversation.received(frame.text())));
    }

    private void check(Runnable schema) {
        try {
            schema.run();
        } catch (AssertionError departure) {
            failures.add(String.valueOf(departure.getMessage()));
        }
    }
}
