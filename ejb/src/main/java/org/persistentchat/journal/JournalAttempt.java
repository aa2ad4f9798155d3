package org.persistentchat.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.persistentchat.event.Change;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.Content;
import org.persistentchat.event.Message;
import org.persistentchat.event.RoomEvent;
import org.persistentchat.identity.Person;
import org.persistentchat.room.RoomId;

/** One try to write a batch: all but the commit. */
final class JournalAttempt {
    static final Comparator<RoomId> BY_ID = Comparator.comparingLong(RoomId::value);

    private final JournalStatements statements;
    private final MentionStatements mentionStatements;
    private final MessageBlocks blocks;
    private final ChangeSet changes;
    private final JournalBatch batch;
    private final Set<RoomId> unrecorded;
    private final Instant now;
    private Map<PostKey, Posted> places = Map.of();
    private List<MentionsChanged> mentions = List.of();

    /**
     * A try to write {@code batch}.
     *
     * @param unrecorded rooms of which nothing is recorded for compliance
     */
    JournalAttempt(Connection connection, JournalBatch batch, Set<RoomId> unrecorded, Instant now) {
        this.statements = new JournalStatements(connection);
        this.mentionStatements = new MentionStatements(connection);
        this.blocks = new MessageBlocks(connection);
        this.changes = new ChangeSet(connection, unrecorded);
        this.batch = batch;
        this.unrecorded = unrecorded;
        this.now = now;
    }

    /**
     * Writes the events of drafts that are not known as committed and whose rooms are not known as missing.
     *
     * @param known repetitions; those found here are added
     * @param missing rooms that do not exist; those found here are added
     * @return false if rooms turned out to be missing: what was written must be taken back
     */
    boolean write(Map<PostKey, Posted> known, Set<RoomId> missing) throws SQLException {
        if (!check(known, missing)) {
            return false;
        }
        List<PostKey> fresh = fresh(known, missing);
        fresh.removeAll(changes.refused().keySet());
        if (fresh.isEmpty()) {
            return true;
        }
        SortedMap<RoomId, Integer> counts = new TreeMap<>(BY_ID);
        fresh.forEach(key -> counts.merge(key.room(), 1, Integer::sum));
        Set<RoomId> gone = statements.advance(counts, unrecorded);
        if (!gone.isEmpty()) {
            missing.addAll(gone);
            return false;
        }
        Map<RoomId, Long> heads = statements.heads(counts.keySet());
        places = places(fresh, counts, heads);
        statements.insertEvents(batch, places);
        changes.write(now);
        mentions = mentionStatements.write(batch, places, changes);
        countBlocks(counts, heads);
        return true;
    }

    private void countBlocks(SortedMap<RoomId, Integer> counts, Map<RoomId, Long> heads) throws SQLException {
        Map<RoomId, List<ChangeSet.Changed>> done = changes.done();
        for (Map.Entry<RoomId, Integer> room : counts.entrySet()) {
            long last = heads.getOrDefault(room.getKey(), 0L);
            blocks.write(room.getKey(), last - room.getValue(), last, done.getOrDefault(room.getKey(), List.of()));
        }
    }

    /**
     * Checks drafts that refer to messages, with their rooms locked; costs nothing if there are none. That one of them is a repetition has
     * to be known before: what it did the first time may be why it would be refused now.
     */
    private boolean check(Map<PostKey, Posted> known, Set<RoomId> missing) throws SQLException {
        List<PostKey> referring = fresh(known, missing);
        referring.removeIf(key -> batch.draft(key).target() == 0);
        if (referring.isEmpty()) {
            return true;
        }
        Set<RoomId> rooms = new HashSet<>();
        fresh(known, missing).forEach(key -> rooms.add(key.room()));
        Set<RoomId> gone = statements.lock(rooms);
        if (!gone.isEmpty()) {
            missing.addAll(gone);
            return false;
        }
        known.putAll(statements.known(referring));
        referring.removeAll(known.keySet());
        changes.check(batch, referring, now);
        return true;
    }

    private List<PostKey> fresh(Map<PostKey, Posted> known, Set<RoomId> missing) {
        List<PostKey> fresh = new ArrayList<>();
        for (PostKey key : batch.posts().keySet()) {
            if (!known.containsKey(key) && !missing.contains(key.room())) {
                fresh.add(key);
            }
        }
        return fresh;
    }

    private Map<PostKey, Posted> places(List<PostKey> fresh, Map<RoomId, Integer> counts, Map<RoomId, Long> heads) {
        Map<RoomId, AtomicLong> next = new HashMap<>();
        heads.forEach((room, head) -> next.put(room, new AtomicLong(head - counts.getOrDefault(room, 0))));
        Map<PostKey, Posted> found = new LinkedHashMap<>();
        for (PostKey key : fresh) {
            AtomicLong last = Objects.requireNonNull(next.get(key.room()));
            found.put(key, new Posted(last.incrementAndGet(), now));
        }
        return found;
    }

    /** The new events by draft, in their order. */
    Map<PostKey, Posted> places() {
        return places;
    }

    ChangeSet changes() {
        return changes;
    }

    List<MentionsChanged> mentions() {
        return mentions;
    }

    /** The new events by room, by sequence. */
    Map<RoomId, List<CommittedEvent>> events() {
        Map<RoomId, List<CommittedEvent>> events = new LinkedHashMap<>();
        places.forEach((key, posted) -> {
            Draft draft = batch.draft(key);
            Person author = draft.author();
            RoomEvent event = new RoomEvent(
                    key.room(),
                    posted.sequence(),
                    draft.kind(),
                    author.account(),
                    author.name(),
                    posted.at(),
                    content(draft));
            events.computeIfAbsent(key.room(), room -> new ArrayList<>()).add(new CommittedEvent(event));
        });
        return events;
    }

    private Content content(Draft draft) {
        if (draft instanceof PostDraft) {
            return Message.said(draft.title(), draft.body(), draft.target(), draft.unkept());
        }
        Message present = draft instanceof PurgeDraft purge && !purge.alone()
                ? Message.GONE
                : changes.present(new Place(draft.room().id(), draft.target()));
        return new Change(draft.target(), draft.kind().isReaction() ? draft.body() : "", present);
    }
}
