package org.persistentchat.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.bus.MalformedMessageException;
import org.persistentchat.bus.WireReader;
import org.persistentchat.bus.WireWriter;
import org.persistentchat.event.Change;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.Content;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.Message;
import org.persistentchat.event.Message.Edited;
import org.persistentchat.event.Reaction;
import org.persistentchat.event.RoomEvent;
import org.persistentchat.room.RoomId;

/** Committed events of a room in the form that travels. Every event, message and reaction is a block, so that each may grow at its end. */
final class EventCodec {
    /** More text than this is not sent: who wants it reads it from the database. */
    private static final int MOST_CHARACTERS = 32_768;

    private EventCodec() {}

    /**
     * What a server says of a commit.
     *
     * @param change see {@link org.persistentchat.journal.EventAnnouncer}
     * @param head newest sequence
     * @param events up to {@code head}; fewer, or none, if they are to be read from the database
     */
    record Announced(long change, RoomId room, long head, List<CommittedEvent> events) {

        /** Whether nothing need be read. */
        boolean isWhole() {
            return !events.isEmpty() && events.get(events.size() - 1).sequence() == head;
        }
    }

    static byte[] encode(long change, RoomId room, long head, List<CommittedEvent> events) {
        int characters = events.stream().mapToInt(CommittedEvent::characters).sum();
        List<CommittedEvent> sent = characters > MOST_CHARACTERS ? List.of() : events;
        WireWriter writer =
                new WireWriter().number(change).id(room.value()).number(head).number(sent.size());
        sent.forEach(event -> writer.block(event(event.event())));
        return writer.toBytes();
    }

    private static WireWriter event(RoomEvent event) {
        WireWriter writer = new WireWriter()
                .number(event.sequence())
                .number(event.kind().code())
                .text(event.account())
                .text(event.name())
                .id(event.at().toEpochMilli());
        boolean isChange = event.content() instanceof Change;
        writer.flag(isChange);
        if (event.content() instanceof Change change) {
            writer.number(change.target()).text(change.emoji());
        }
        return writer.block(message(event.message()));
    }

    private static WireWriter message(Message message) {
        WireWriter writer = new WireWriter()
                .optional(message.title())
                .text(message.body())
                .number(message.reply())
                .flag(message.deleted())
                .flag(message.pinned())
                .flag(message.unkept());
        @Nullable Edited edited = message.edited();
        writer.flag(edited != null);
        if (edited != null) {
            writer.id(edited.at().toEpochMilli()).text(edited.by());
        }
        writer.number(message.reactions().size());
        for (Reaction reaction : message.reactions()) {
            WireWriter one = new WireWriter()
                    .text(reaction.emoji())
                    .number(reaction.count())
                    .number(reaction.accounts().size());
            reaction.accounts().forEach(one::text);
            writer.block(one);
        }
        return writer;
    }

    static Announced decode(WireReader reader) {
        long change = reader.number();
        RoomId room = new RoomId(reader.id());
        long head = reader.number();
        int count = reader.count();
        List<CommittedEvent> events = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            RoomEvent event = event(room, reader.block());
            if (event == null) {
                break; // of a kind that only the database can tell
            }
            events.add(new CommittedEvent(event));
        }
        return new Announced(change, room, head, events);
    }

    private static @Nullable RoomEvent event(RoomId room, WireReader reader) {
        long sequence = reader.number();
        EventKind kind = kind(reader.number());
        if (kind == null) {
            return null;
        }
        String account = reader.text();
        String name = reader.text();
        Instant at = Instant.ofEpochMilli(reader.id());
        boolean isChange = reader.flag();
        long target = isChange ? reader.number() : 0;
        String emoji = isChange ? reader.text() : "";
        Message message = message(reader.block());
        Content content = isChange ? new Change(target, emoji, message) : message;
        return new RoomEvent(room, sequence, kind, account, name, at, content);
    }

    private static @Nullable EventKind kind(long code) {
        for (EventKind kind : EventKind.values()) {
            if (kind.code() == code) {
                return kind;
            }
        }
        return null;
    }

    private static Message message(WireReader reader) {
        String title = reader.optional();
        String body = reader.text();
        long reply = reader.number();
        boolean deleted = reader.flag();
        boolean pinned = reader.flag();
        boolean unkept = reader.flag();
        Edited edited = reader.flag() ? new Edited(Instant.ofEpochMilli(reader.id()), reader.text()) : null;
        int count = reader.count();
        List<Reaction> reactions = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            reactions.add(reaction(reader.block()));
        }
        return new Message(title, body, reply, edited, deleted, pinned, unkept, reactions);
    }

    private static Reaction reaction(WireReader reader) {
        String emoji = reader.text();
        long count = reader.number();
        if (count > Integer.MAX_VALUE) {
            throw new MalformedMessageException("Too many react: " + count);
        }
        int named = reader.count();
        List<String> accounts = new ArrayList<>(named);
        for (int index = 0; index < named; index++) {
            accounts.add(reader.text());
        }
        return new Reaction(emoji, (int) count, accounts);
    }
}
