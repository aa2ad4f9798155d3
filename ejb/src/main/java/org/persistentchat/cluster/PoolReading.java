package org.persistentchat.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.persistentchat.bus.BusFollower;
import org.persistentchat.bus.BusKind;
import org.persistentchat.bus.Peer;
import org.persistentchat.bus.ServerBus;
import org.persistentchat.bus.WireReader;
import org.persistentchat.bus.WireWriter;
import org.persistentchat.follow.ChoiceWatcher;
import org.persistentchat.follow.FollowHints;
import org.persistentchat.identity.PersonId;
import org.persistentchat.journal.MentionFollower;
import org.persistentchat.journal.MentionsChanged;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;
import org.persistentchat.session.ChatSessions;
import org.persistentchat.session.MarkerWatcher;

/** What concerns people on whichever server they are: how far they have read, that they are mentioned, what they follow. */
@ApplicationScoped
public class PoolReading implements BusFollower, MarkerWatcher, MentionFollower, ChoiceWatcher {
    @Inject
    ServerBus bus;

    @Inject
    ChatSessions sessions;

    @Inject
    FollowHints hints;

    @Override
    public Set<BusKind> kinds() {
        return Set.of(BusKind.MARKER, BusKind.MENTIONS, BusKind.FOLLOW);
    }

    @Override
    public void moved(PersonId person, RoomId room, RoomPosition now) {
        if (!bus.isAlone()) {
            bus.send(
                    BusKind.MARKER,
                    new WireWriter()
                            .id(person.value())
                            .id(room.value())
                            .number(now.last())
                            .number(now.marker())
                            .number(now.unread())
                            .number(now.mentions())
                            .toBytes());
        }
    }

    @Override
    public void mentioned(List<MentionsChanged> changes) {
        if (!bus.isAlone()) {
            changes.forEach(change -> bus.send(BusKind.MENTIONS, encode(change)));
        }
    }

    private static byte[] encode(MentionsChanged change) {
        WireWriter writer = new WireWriter().id(change.room().value()).number(change.sequence());
        write(writer, change.added());
        write(writer, change.removed());
        return writer.toBytes();
    }

    private static void write(WireWriter writer, Set<PersonId> people) {
        writer.number(people.size());
        people.forEach(person -> writer.id(person.value()));
    }

    @Override
    public void chosen(PersonId person, RoomId room) {
        if (!bus.isAlone()) {
            bus.send(
                    BusKind.FOLLOW,
                    new WireWriter().id(person.value()).id(room.value()).toBytes());
        }
    }

    @Override
    public void received(Peer from, BusKind kind, WireReader payload) {
        switch (kind) {
            case MARKER ->
                sessions.markerMoved(
                        new PersonId(payload.id()),
                        new RoomId(payload.id()),
                        new RoomPosition(payload.number(), payload.number(), payload.number(), payload.number()));
            case MENTIONS ->
                hints.mentioned(List.of(new MentionsChanged(
                        new RoomId(payload.id()), payload.number(), people(payload), people(payload))));
            case FOLLOW -> hints.changed(new PersonId(payload.id()), new RoomId(payload.id()));
            default -> throw new IllegalStateException("Not asked for: " + kind);
        }
    }

    private static Set<PersonId> people(WireReader payload) {
        int count = payload.count();
        Set<PersonId> people = new HashSet<>();
        for (int index = 0; index < count; index++) {
            people.add(new PersonId(payload.id()));
        }
        return people;
    }
}
