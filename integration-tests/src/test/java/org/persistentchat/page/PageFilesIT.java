package org.persistentchat.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.persistentchat.harness.OnSharedServer;
import org.persistentchat.harness.TestServer;

/** How the page's files are delivered. Needs no browser. */
@OnSharedServer
class PageFilesIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static URI address = URI.create("http://127.0.0.1/");

    @BeforeAll
    static void begin(TestServer server) {
        address = server.address();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "index.html", "app/main.js", "css/base.css", "favicon.svg", "vendor/lit-html/lit-html.js"})
    void aFileIsSentAgainOnlyWhenItsContentHasChanged(String file) throws IOException, InterruptedException {
        HttpResponse<String> first = get(file, "Accept", "*/*");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(get(file, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(file, "If-None-Match", "\"of the version before\"").body())
                .isEqualTo(first.body());
    }

    @Test
    void aDateDoesNotHideAnUpdate() throws IOException, InterruptedException {
        assertThat(get("app/main.js", "If-Modified-Since", "Fri, 31 Dec 2199 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotOfThePageIsNotDelivered() throws IOException, InterruptedException {
        assertThat(get("WEB-INF/web.xml", "Accept", "*/*").statusCode()).isEqualTo(404);
        assertThat(get("app/", "Accept", "*/*").statusCode()).isIn(403, 404);
    }

    @Test
    void noScriptOrStyleMayStandInThePageItself() throws IOException, InterruptedException {
        HttpResponse<String> page = get("", "Accept", "*/*");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .contains("script-src 'self'")
                .doesNotContain("style=")
                .doesNotContain("<style");
    }

    private static HttpResponse<String> get(String file, String header, String value)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(file))
                .header(header, value)
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
