package org.persistentchat.session;

import java.util.ArrayList;
import java.util.List;
import org.persistentchat.error.ChatException;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventBatch;
import org.persistentchat.presence.PresencePush;
import org.persistentchat.room.InvitationView;
import org.persistentchat.room.RoomId;

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
    public void markerMoved(RoomId room, long sequence) {
        heard.add("marker " + sequence);
    }

    @Override
    public boolean presence(PresencePush push) {
        heard.add(push.news().toString());
        return true;
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
    public void flush() {}
}
