package org.persistentchat.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.Message;
import org.persistentchat.event.MessageReader;
import org.persistentchat.event.Reaction;
import org.persistentchat.event.StoredMessage;
import org.persistentchat.room.RoomId;

/**
 * What a transaction's drafts do to the messages that they refer to. Used with the rooms locked: drafts are checked in their order against
 * the messages as the drafts before leave them, so that one that is refused keeps nothing from the others.
 */
final class ChangeSet {
    private static final int MOST_EMOJIS = 50;
    private static final int MOST_PINS = 100;

    private final Connection connection;
    private final Map<Place, StoredMessage> messages = new HashMap<>();
    private final Map<PostKey, List<Changed>> done = new HashMap<>();
    private final Map<PostKey, ChatException> refused = new HashMap<>();
    private final Set<Place> changed = new LinkedHashSet<>();
    private final Map<Place, Map<Reactor, Boolean>> reactions = new LinkedHashMap<>();
    private final Map<RoomId, Integer> pins = new HashMap<>();
    private final HeldMessages held;

    /**
     * Nothing changed yet.
     *
     * @param unrecorded rooms of which nothing is recorded for compliance
     */
    ChangeSet(Connection connection, Set<RoomId> unrecorded) {
        this.connection = connection;
        this.held = new HeldMessages(connection, unrecorded);
    }

    /** Somebody with an emoji. */
    record Reactor(String emoji, long person) {}

    /** A message before and after a draft. */
    record Changed(StoredMessage before, StoredMessage after) {}

    /** Reads the messages that drafts refer to, and checks these drafts. */
    void check(JournalBatch batch, Collection<PostKey> keys, Instant at) throws SQLException {
        Map<RoomId, Set<Long>> wanted = new LinkedHashMap<>();
        for (PostKey key : keys) {
            wanted.computeIfAbsent(key.room(), room -> new HashSet<>())
                    .add(batch.draft(key).target());
        }
        for (Map.Entry<RoomId, Set<Long>> room : wanted.entrySet()) {
            new MessageReader(connection, room.getKey().value())
                    .messages(room.getValue())
                    .forEach((sequence, message) -> messages.put(new Place(room.getKey(), sequence), message));
        }
        for (PostKey key : keys) {
            try {
                check(key, batch.draft(key), at);
            } catch (ChatException refusal) {
                refused.put(key, refusal);
            }
        }
    }

    private void check(PostKey key, Draft draft, Instant at) throws SQLException {
        if (draft instanceof PurgeDraft purge) {
            purge(key, purge);
            return;
        }
        Place place = new Place(key.room(), draft.target());
        StoredMessage target = messages.get(place);
        if (target == null) {
            throw new ChatException(ErrorCode.MESSAGE_NOT_FOUND, "The room has no message with this sequence.");
        }
        if (target.message().deleted()) {
            throw new ChatException(ErrorCode.MESSAGE_DELETED, "The message is deleted.");
        }
        if (draft instanceof ChangeDraft change) {
            StoredMessage now = target.with(change.changed(target, at));
            held.check(change, target);
            if (draft instanceof ReactDraft react) {
                now = react(place, react, now);
            } else if (draft.kind() == EventKind.EDIT) {
                now = now.editedBy(draft.author().id());
            }
            change(key, target, now);
        }
    }

    private void purge(PostKey key, PurgeDraft purge) throws SQLException {
        List<Long> there = new ChangeStatements(connection).messages(key.room(), purge.from(), purge.target());
        Map<Long, StoredMessage> stored =
                new MessageReader(connection, key.room().value()).messages(there);
        List<StoredMessage> going = new ArrayList<>();
        for (Long sequence : there) {
            Place place = new Place(key.room(), sequence);
            StoredMessage target = messages.getOrDefault(place, stored.get(sequence));
            if (target != null && !target.message().deleted()) {
                held.check(purge, target);
                going.add(target);
            }
        }
        for (StoredMessage target : going) {
            change(key, target, target.with(target.message().gone()));
        }
    }

    private void change(PostKey key, StoredMessage target, StoredMessage now) throws SQLException {
        Place place = new Place(key.room(), target.sequence());
        countPins(key.room(), target.message(), now.message());
        done.computeIfAbsent(key, any -> new ArrayList<>(1)).add(new Changed(target, now));
        messages.put(place, now);
        changed.add(place);
    }

    private StoredMessage react(Place place, ReactDraft react, StoredMessage target) {
        List<Reaction> all = new ArrayList<>(target.message().reactions());
        boolean known = all.stream().anyMatch(reaction -> reaction.emoji().equals(react.emoji()));
        if (react.on() && !known) {
            if (all.size() >= MOST_EMOJIS) {
                throw ChatException.overLimit(
                        ErrorCode.TOO_MANY_REACTIONS,
                        "A message has at most " + MOST_EMOJIS + " different reactions.",
                        MOST_EMOJIS);
            }
            all.add(new Reaction(react.emoji(), 1, List.of())); // counted when it is written
        }
        reactions
                .computeIfAbsent(place, any -> new LinkedHashMap<>())
                .put(new Reactor(react.emoji(), react.author().id().value()), react.on());
        return target.with(target.message().reactedTo(all));
    }

    private void countPins(RoomId room, Message then, Message now) throws SQLException {
        if (then.pinned() == now.pinned()) {
            return;
        }
        Integer known = pins.get(room);
        int count = known == null ? new ChangeStatements(connection).pins(room) : known;
        if (now.pinned() && count >= MOST_PINS) {
            throw ChatException.overLimit(
                    ErrorCode.TOO_MANY_PINS, "A room has at most " + MOST_PINS + " pinned messages.", MOST_PINS);
        }
        pins.put(room, now.pinned() ? count + 1 : count - 1);
    }

    Map<PostKey, ChatException> refused() {
        return refused;
    }

    /** The messages that a draft changed. */
    List<Changed> done(PostKey key) {
        return done.getOrDefault(key, List.of());
    }

    /** What all drafts changed, by room. */
    Map<RoomId, List<Changed>> done() {
        Map<RoomId, List<Changed>> byRoom = new HashMap<>();
        done.forEach((key, some) ->
                byRoom.computeIfAbsent(key.room(), room -> new ArrayList<>()).addAll(some));
        return byRoom;
    }

    /** The message at {@code place} as all drafts leave it. */
    Message present(Place place) {
        StoredMessage message = messages.get(place);
        return message == null ? Message.GONE : message.message();
    }

    /** Writes the changed messages, and counts who reacted. */
    void write(Instant at) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        ChangeStatements statements = new ChangeStatements(connection);
        statements.writeReactions(reactions);
        countReactions();
        Map<Place, StoredMessage> now = new LinkedHashMap<>();
        for (Place place : changed) {
            StoredMessage message = messages.get(place);
            if (message != null) {
                now.put(place, message);
            }
        }
        statements.update(now);
        if (!pins.isEmpty()) {
            statements.writePins(now);
        }
        statements.forgetReactions(now);
        statements.unkept(now, at);
    }

    private void countReactions() throws SQLException {
        for (Place place : reactions.keySet()) {
            StoredMessage target = messages.get(place);
            if (target != null && !target.message().deleted()) {
                List<Reaction> counted = new MessageReader(
                                connection, place.room().value())
                        .reactions(Set.of(place.sequence()))
                        .getOrDefault(place.sequence(), List.of());
                messages.put(place, target.with(target.message().reactedTo(counted)));
            }
        }
    }
}
