package org.persistentchat.check;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.persistentchat.error.ChatException;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventBatch;
import org.persistentchat.follow.FollowLevel;
import org.persistentchat.follow.NotifyReason;
import org.persistentchat.presence.PresencePush;
import org.persistentchat.room.InvitationView;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;
import org.persistentchat.session.Outlet;

/** Hears what a synthetic person is told, and waits for what was announced. */
final class CheckOutlet implements Outlet {
    private final Map<String, CompletableFuture<Boolean>> awaited = new ConcurrentHashMap<>();

    /** Completed when a message with this body arrives. */
    CompletableFuture<Boolean> arrival(String body) {
        return awaited.computeIfAbsent(body, unheard -> new CompletableFuture<>());
    }

    @Override
    public void deliver(EventBatch batch) {
        for (CommittedEvent event : batch.events()) {
            CompletableFuture<Boolean> arrival =
                    awaited.get(event.event().message().body());
            if (arrival != null) {
                arrival.complete(true);
            }
        }
    }

    @Override
    public void markerMoved(RoomId room, RoomPosition now) {}

    @Override
    public boolean presence(PresencePush push) {
        return true;
    }

    @Override
    public boolean activity(RoomId room, RoomPosition now) {
        return true;
    }

    @Override
    public boolean notify(RoomId room, long sequence, NotifyReason reason) {
        return true;
    }

    @Override
    public void followed(RoomId room, FollowLevel level) {}

    @Override
    public void invited(InvitationView invitation) {}

    @Override
    public void left(RoomId room, ChatException reason) {
        awaited.values().forEach(arrival -> arrival.completeExceptionally(reason));
    }

    @Override
    public void deactivated() {}

    @Override
    public void signedOut() {}

    @Override
    public void flush() {}
}
