package org.persistentchat.session;

import java.util.ArrayList;
import java.util.List;
import org.persistentchat.error.ChatException;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventBatch;
import org.persistentchat.follow.FollowLevel;
import org.persistentchat.follow.NotifyReason;
import org.persistentchat.presence.PresencePush;
import org.persistentchat.room.InvitationView;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;

/** Writes down what a client would hear. */
final class RecordingOutlet implements Outlet {
    final List<String> heard = new ArrayList<>();

    @Override
    public void deliver(EventBatch batch) {
        for (CommittedEvent event : batch.events()) {
            heard.add(batch.room().value() + ":" + event.sequence());
        }
    }

    @Override
    public void markerMoved(RoomId room, RoomPosition now) {
        heard.add("marker " + now.marker());
    }

    @Override
    public boolean presence(PresencePush push) {
        heard.add(push.news().toString());
        return true;
    }

    @Override
    public boolean activity(RoomId room, RoomPosition now) {
        heard.add("activity " + room.value());
        return true;
    }

    @Override
    public boolean notify(RoomId room, long sequence, NotifyReason reason) {
        heard.add(reason.label() + " " + room.value() + ":" + sequence);
        return true;
    }

    @Override
    public void followed(RoomId room, FollowLevel level) {
        heard.add(level.label() + " " + room.value());
    }

    @Override
    public void invited(InvitationView invitation) {
        heard.add("invited to " + invitation.room().id().value());
    }

    @Override
    public void left(RoomId room, ChatException reason) {
        heard.add("left " + room.value());
    }

    @Override
    public void deactivated() {
        heard.add("deactivated");
    }

    @Override
    public void signedOut() {
        heard.add("signed out");
    }

    @Override
    public void flush() {}
}
