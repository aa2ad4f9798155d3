package org.persistentchat.loadtest.client;

import java.net.URI;

/** The address of one chat server, as people write it: {@code http://127.0.0.1:8080}. */
public record ChatServer(URI base) {
    private static final int HTTP_PORT = 80;

    public ChatServer {
        if (!"http".equals(base.getScheme()) || base.getHost() == null) {
            throw new IllegalArgumentException("An address of the form http://host:port is needed, not " + base);
        }
    }

    /** Reads {@code http://host:port}; a trailing slash does not matter. */
    public static ChatServer of(String address) {
        return new ChatServer(URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address));
    }

    /** The address of a REST resource, for example {@code /tokens}. */
    public URI rest(String path) {
        return URI.create(base + "/api/v1" + path);
    }

    /** The address of the WebSocket. */
    public URI chat() {
        return URI.create("ws" + base.toString().substring("http".length()) + "/chat");
    }

    String host() {
        return base.getHost();
    }

    int port() {
        return base.getPort() < 0 ? HTTP_PORT : base.getPort();
    }
}
