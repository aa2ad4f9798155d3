package org.persistentchat.loadtest.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Reads what a reset left out from history, page by page, before the room flows again. */
final class Recovery {
    private static final int DEFAULT_PAGE = 500;

    private final PendingCommands commands;
    private int pageSize = DEFAULT_PAGE;

    Recovery(PendingCommands commands) {
        this.commands = commands;
    }

    void pageSize(int events) {
        pageSize = events;
    }

    /** Reads up to {@code upTo}, then lets the room flow. If the link breaks, the next resume begins where this stopped. */
    void read(WebSocketLink link, Subscription subscription, long upTo) {
        RoomStream stream = subscription.stream();
        if (stream.last() >= upTo) {
            subscription.flow();
            return;
        }
        ObjectNode command = Json.object()
                .put("do", "history")
                .put("room", stream.room())
                .put("after", stream.last())
                .put("limit", pageSize);
        var unused = commands.sendOn(link, command).whenComplete((ok, failure) -> {
            if (failure == null) {
                took(link, subscription, upTo, ok);
            } else if (failure instanceof ChatErrorException) {
                // Whatever the reason: a new link resumes from where this one got to.
                link.abort();
            }
        });
    }

    private void took(WebSocketLink link, Subscription subscription, long upTo, JsonNode ok) {
        List<ChatEvent> page = ChatEvent.readAll(ok.path("events")).stream()
                .filter(event -> event.seq() <= upTo)
                .toList();
        if (page.isEmpty()) {
            subscription.stream().skipTo(upTo);
        }
        subscription.take(page);
        read(link, subscription, upTo);
    }
}
