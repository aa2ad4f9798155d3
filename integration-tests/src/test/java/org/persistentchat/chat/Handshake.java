package org.persistentchat.chat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A handshake with the headers that a test wants, as the JDK's client would not send them. Only the answer is looked at. */
public final class Handshake {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final URI server;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String path = "/chat";

    public Handshake(ChatServer server) {
        this.server = server.address();
        headers.put("Host", this.server.getAuthority());
        headers.put("Upgrade", "websocket");
        headers.put("Connection", "Upgrade");
        headers.put("Sec-WebSocket-Version", "13");
        headers.put("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        headers.put("Sec-WebSocket-Protocol", "persistentchat.v1");
    }

    public Handshake header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Handshake without(String name) {
        headers.remove(name);
        return this;
    }

    Handshake ticket(String ticket) {
        path = "/chat?ticket=" + ticket;
        return this;
    }

    /** Sends it. */
    public Answer send() {
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        request.append("\r\n");
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
            return read(socket.getInputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The answer ended within its head: " + head);
            }
            head.write(next);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        String[] lines = head.toString(StandardCharsets.US_ASCII).split("\r\n", -1);
        for (String line : lines) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Answer(Integer.parseInt(lines[0].split(" ", -1)[1]), headers, body);
    }

    /** What the server said. */
    public record Answer(int status, Map<String, String> headers, String body) {
        public String code() {
            return ChatServer.json(body).path("code").asText();
        }
    }
}
