package org.persistentchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.change.ChangeLog;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedRoom;
import org.persistentchat.identity.Person;

/** Writes down what was done to rooms and categories, in the transaction of the act: for the audit, for compliance, and for the memory of all servers. */
@ApplicationScoped
class ActLog {
    @Inject
    AuditLog audit;

    @Inject
    ActRecords records;

    @Inject
    ChangeLog changes;

    /** What was done to one room, and what it was about. */
    record RoomAct(String action, RecordKind kind, Room room, AuditState before, AuditState after) {}

    void room(Person by, RoomAct act) {
        rooms(by, List.of(act));
    }

    void rooms(Person by, List<RoomAct> acts) {
        List<AuditAct> entries = new ArrayList<>();
        for (RoomAct act : acts) {
            Room room = act.room();
            AuditSubject subject = AuditSubject.of("room", room.id().value(), room.name());
            entries.add(new AuditAct(act.action(), subject, act.before(), act.after()));
            RecordedRoom where = new RecordedRoom(
                    room.id().text(), room.name(), room.category().name());
            records.record(by, act.kind(), where, content(act.before(), act.after()));
        }
        audit.record(by, entries);
        changes.record(
                ChangeKind.ROOM,
                acts.stream().map(act -> act.room().id().value()).toList());
    }

    void category(Person by, String action, Category category, AuditState before, AuditState after) {
        AuditSubject subject = AuditSubject.of("category", category.id().value(), category.name());
        audit.record(by, new AuditAct(action, subject, before, after));
        records.record(
                by,
                RecordKind.CATEGORY_CHANGED,
                new RecordedRoom(category.id().text(), "", category.name()),
                content(before, after));
        changes.record(ChangeKind.CATEGORY, category.id().value());
    }

    void invited(List<Room> rooms) {
        changes.record(
                ChangeKind.INVITATION,
                rooms.stream().map(room -> room.id().value()).toList());
    }

    /** What a record says. */
    static String content(AuditState before, AuditState after) {
        return "{\"before\":" + before.whole() + ",\"after\":" + after.whole() + "}";
    }
}
