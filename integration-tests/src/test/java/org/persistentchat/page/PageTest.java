package org.persistentchat.page;

import com.microsoft.playwright.Browser;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.persistentchat.harness.OnSharedServer;
import org.persistentchat.harness.TestServer;
import org.persistentchat.page.Organisation.Room;

/** A browser at the shared server, and people to use it. */
@OnSharedServer
abstract class PageTest {

    private static @Nullable Chromium chromium;
    private static @Nullable Organisation organisation;
    private static URI address = URI.create("http://127.0.0.1/");

    @BeforeAll
    static void begin(TestServer server) {
        chromium = Chromium.launch();
        address = server.address();
        organisation = new Organisation(address);
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
            chromium = null;
        }
    }

    static Organisation organisation() {
        return Objects.requireNonNull(organisation);
    }

    static Browser browser() {
        return Objects.requireNonNull(chromium).browser();
    }

    static URI address() {
        return address;
    }

    static ChatPage open() {
        return ChatPage.open(browser(), address());
    }

    static Room room(String name) {
        return organisation().room(name, "", organisation().category("Rooms of the tests"));
    }
}
