package org.persistentchat.principal;

import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;

/** Groups in the audit log. */
final class GroupActs {
    private GroupActs() {}

    static AuditSubject subject(Group group) {
        return AuditSubject.of("group", group.principal().value(), group.label());
    }

    static AuditState state(GroupDetails group) {
        return AuditState.of("name", group.group().name())
                .and("kind", group.group().kind())
                .and("description", group.description())
                .and("source", group.source());
    }
}
