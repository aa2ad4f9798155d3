package org.persistentchat.page;

import com.microsoft.playwright.Browser;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.persistentchat.page.Organisation.Room;

/** A server, a browser, and people to use both. */
abstract class PageTest {

    private static @Nullable Chromium chromium;
    private static @Nullable PageServer server;
    private static @Nullable Organisation organisation;

    @BeforeAll
    static void begin() {
        chromium = Chromium.launch();
        server = PageServer.started();
        organisation = new Organisation(server.address(), PageServer.ADMINISTRATOR, PageServer.PASSWORD);
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    static Organisation organisation() {
        return Objects.requireNonNull(organisation);
    }

    static PageServer server() {
        return Objects.requireNonNull(server);
    }

    static Browser browser() {
        return Objects.requireNonNull(chromium).browser();
    }

    static URI address() {
        return server().address();
    }

    static ChatPage open() {
        return ChatPage.open(browser(), address());
    }

    static Room room(String name) {
        return organisation().room(name, "", organisation().category("Rooms of the tests"));
    }
}
