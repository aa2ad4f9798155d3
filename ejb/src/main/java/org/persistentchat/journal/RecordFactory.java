package org.persistentchat.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.persistentchat.audit.AuditState;
import org.persistentchat.compliance.BatchNumbers;
import org.persistentchat.compliance.record.ComplianceBatch;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.EncodedBatch;
import org.persistentchat.compliance.record.RecordIds;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedMessage;
import org.persistentchat.compliance.record.RecordedPerson;
import org.persistentchat.compliance.record.RecordedRoom;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.Message;
import org.persistentchat.identity.Person;
import org.persistentchat.room.Room;

/** Makes the records of a transaction, and gives its batch a number that rises on this server, over restarts too. */
final class RecordFactory {
    private final ServerIdentity server;
    private final RecordIds ids;
    private final AtomicLong lastBatch = new AtomicLong();

    RecordFactory(ServerIdentity server, RecordIds ids) {
        this.server = server;
        this.ids = ids;
    }

    /**
     * The records of an event: one, or one for each message that is purged by it.
     *
     * @param changes what it did to messages
     */
    List<ComplianceRecord> event(Draft draft, Posted posted, List<ChangeSet.Changed> changes) {
        if (draft instanceof PurgeDraft purge && purge.rule() != null) {
            return List.of(expiry(purge, purge.rule(), posted, changes.size()));
        }
        if (changes.isEmpty()) {
            RecordedMessage message = new RecordedMessage(draft.target(), draft.title(), null);
            return List.of(event(draft, posted, draft.body(), message));
        }
        List<ComplianceRecord> all = new ArrayList<>(changes.size());
        for (ChangeSet.Changed changed : changes) {
            boolean reaction = draft.kind().isReaction();
            boolean edit = draft.kind() == EventKind.EDIT;
            Message now = changed.after().message();
            RecordedMessage message = new RecordedMessage(
                    changed.before().sequence(),
                    edit ? now.title() : null,
                    reaction ? null : changed.before().message().body());
            all.add(event(draft, posted, edit ? now.body() : draft.body(), message));
        }
        return all;
    }

    private ComplianceRecord event(Draft draft, Posted posted, String content, RecordedMessage message) {
        Observation seen = new Observation(
                kind(draft), draft.room(), draft.author(), posted.at(), content.isEmpty() ? null : content);
        return record(ids.next(), seen, posted.sequence(), message);
    }

    /** The archive has what was said under a rule of its own: to tell it the texts again would keep them longer. */
    private ComplianceRecord expiry(PurgeDraft purge, String rule, Posted posted, int messages) {
        String content = AuditState.of("rule", rule)
                .and("from", purge.from())
                .and("to", purge.target())
                .and("messages", messages)
                .whole();
        return event(purge, posted, content, new RecordedMessage(purge.target(), null, null));
    }

    private static RecordKind kind(Draft draft) {
        if (draft instanceof ChangeDraft change) {
            return change.record();
        }
        if (draft instanceof PurgeDraft purge) {
            return purge.rule() == null ? RecordKind.PURGE : RecordKind.EXPIRY;
        }
        return switch (draft.kind()) {
            case ALERT -> RecordKind.ALERT;
            case STORY -> RecordKind.STORY;
            default -> RecordKind.POST;
        };
    }

    ComplianceRecord observation(JournalEntry.Observed observed) {
        return record(observed.recordId(), observed.observation(), 0, RecordedMessage.NONE);
    }

    /** What somebody did to a room or category. */
    ComplianceRecord act(Person by, RecordKind kind, RecordedRoom where, String content, Instant at) {
        return new ComplianceRecord(ids.next(), kind, at, where, 0, recorded(by), server.name(), content);
    }

    /** Somebody is not in a room any more, by connections of a server that may be another one. */
    ComplianceRecord part(Person who, RecordedRoom where, String serverName, String reason, Instant at) {
        return new ComplianceRecord(ids.next(), RecordKind.PART, at, where, 0, recorded(who), serverName, reason);
    }

    int serverId() {
        return server.id();
    }

    private static RecordedPerson recorded(Person person) {
        return new RecordedPerson(person.account(), person.name(), person.email(), person.internal());
    }

    EncodedBatch encode(List<ComplianceRecord> records, Instant at) {
        long floor = BatchNumbers.first(at.toEpochMilli());
        long batch = lastBatch.updateAndGet(last -> Math.max(last + 1, floor));
        return EncodedBatch.of(new ComplianceBatch(server.id(), batch, new ArrayList<>(records)), at);
    }

    private ComplianceRecord record(UUID id, Observation seen, long sequence, RecordedMessage message) {
        Room room = seen.room();
        Person person = seen.person();
        return new ComplianceRecord(
                id,
                seen.kind(),
                seen.at(),
                new RecordedRoom(room.id().text(), room.name(), room.category().name()),
                sequence,
                recorded(person),
                server.name(),
                seen.content(),
                message);
    }
}
