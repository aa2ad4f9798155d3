package org.persistentchat.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedRoom;
import org.persistentchat.identity.Person;
import org.persistentchat.room.ActRecords;

/** Checks that somebody is a compliance officer, and records what they look at and do. */
@ApplicationScoped
public class OfficerActs {

    @Inject
    AuditLog audit;

    @Inject
    ActRecords records;

    /**
     * To be called before anything is shown: an officer who looks is recorded, whoever is none is refused.
     *
     * @param what a stable word, such as {@code status}
     */
    @Transactional
    public void reads(Person by, String what) {
        reads(by, AuditState.of("read", what));
    }

    /**
     * The same with more to say, such as what was asked for and how much was found.
     *
     * @param what its first member is {@code read}, a stable word
     */
    @Transactional
    public void reads(Person by, AuditState what) {
        OfficerRights.check(by);
        records.record(by, RecordKind.ARCHIVE_READ, new RecordedRoom("", "", ""), what.whole());
    }

    /** Audits and records what is done, in the transaction of it if there is one. */
    @Transactional
    public void does(Person by, String action, AuditSubject subject, AuditState state) {
        OfficerRights.check(by);
        audit.record(by, AuditAct.created(action, subject, state));
        act(by, state.and("subject", subject.id()).and("action", action));
    }

    /** The same for what was there before. */
    @Transactional
    public void does(Person by, AuditAct act) {
        OfficerRights.check(by);
        audit.record(by, act);
        AuditState content = AuditState.of("action", act.action())
                .and("subject", act.subject().id())
                .and("name", act.subject().name())
                .and("before", act.before())
                .and("after", act.after());
        act(by, content);
    }

    private void act(Person by, AuditState content) {
        records.record(by, RecordKind.ARCHIVE_ACT, new RecordedRoom("", "", ""), content.whole());
    }

    /** Refuses who is no compliance officer. */
    public void check(Person by) {
        OfficerRights.check(by);
    }
}
