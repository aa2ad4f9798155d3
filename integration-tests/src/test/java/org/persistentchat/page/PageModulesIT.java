package org.persistentchat.page;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The page's modules that know no page: connection, rooms, texts; and elements of it by themselves. Their tests are the functions exported by the scripts beside
 * this class; they run in the browser, with a clock and a server that they move themselves. Needs no server: the modules come from the source folder, the libraries
 * from what was unpacked for the page.
 */
class PageModulesIT {

    private static final String ORIGIN = "http://page.invalid";
    private static final Path SOURCES = Path.of("../web/src/main/webapp");
    private static final Path LIBRARIES = Path.of("../web/target/page-libraries/META-INF/resources/_static");

    private static @Nullable Chromium chromium;
    private static @Nullable Page page;

    @BeforeAll
    static void begin() {
        chromium = Chromium.launch();
        page = chromium.browser().newPage();
        page.route(ORIGIN + "/**", PageModulesIT::serve);
        page.navigate(ORIGIN + "/tests/empty.html");
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @TestFactory
    Stream<DynamicContainer> modules() {
        return Stream.of("connection", "counts", "elements", "rooms", "texts", "wishes")
                .map(script -> dynamicContainer(script, tests(script)));
    }

    private static Stream<DynamicTest> tests(String script) {
        Object names = browserPage().evaluate("script => import(script).then(Object.keys)", url(script));
        return ((List<?>) names).stream().map(String::valueOf).map(name -> dynamicTest(name, () -> run(script, name)));
    }

    private static void run(String script, String name) {
        browserPage()
                .evaluate(
                        "([script, name]) => import(script).then((tests) => tests[name]()).then(() => null)",
                        List.of(url(script), name));
    }

    private static String url(String script) {
        return "/tests/" + script + ".js";
    }

    private static Page browserPage() {
        return Objects.requireNonNull(page);
    }

    private static void serve(Route route) {
        String path = URI.create(route.request().url()).getPath();
        if (path.endsWith(".html")) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody("<!doctype html><title>tests</title>"));
        } else if (path.startsWith("/tests/")) {
            route.fulfill(new Route.FulfillOptions().setPath(script(path.substring("/tests/".length()))));
        } else {
            Path module = path.startsWith("/vendor/")
                    ? library(path.substring("/vendor/".length()))
                    : SOURCES.resolve(path.substring(1));
            if (Files.isRegularFile(module)) {
                route.fulfill(new Route.FulfillOptions().setPath(module));
            } else {
                route.abort();
            }
        }
    }

    /** A file of a library; a folder for the version is between, of which there is one. */
    private static Path library(String path) {
        Path name = Path.of(path);
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(LIBRARIES.resolve(name.getName(0)))) {
            return versions.iterator().next().resolve(name.subpath(1, name.getNameCount()));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Path script(String name) {
        URL resource = Objects.requireNonNull(PageModulesIT.class.getResource(name), name);
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
