package org.persistentchat.retention;

import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.hold.HoldCriteria;
import org.persistentchat.hold.LegalHold;

/** Holds and rules, as the audit log and the archive show them. */
final class HoldStates {
    private HoldStates() {}

    static AuditSubject subject(LegalHold hold) {
        return AuditSubject.of("hold", hold.id(), hold.purpose().name());
    }

    static AuditState of(LegalHold hold) {
        HoldCriteria criteria = hold.criteria();
        String words = criteria.words().words();
        return AuditState.of("name", hold.purpose().name())
                .and("matter", hold.purpose().matter())
                .and("reason", hold.purpose().reason())
                .and("rooms", criteria.rooms().values())
                .and("people", criteria.people().values())
                .and("words", words.isBlank() ? null : words)
                .and("match", words.isBlank() ? null : criteria.words().mode())
                .and("matchCase", words.isBlank() ? null : criteria.words().matchCase())
                .and("from", criteria.from().map(Object::toString).orElse(null))
                .and("until", criteria.until().map(Object::toString).orElse(null))
                .and("inForce", hold.isInForce());
    }

    static AuditSubject subject(RetentionScope scope) {
        return AuditSubject.named("retention", scope.text());
    }

    static AuditState of(Days days) {
        return AuditState.of("contentDays", days.content()).and("archiveDays", days.archive());
    }
}
