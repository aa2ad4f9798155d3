package org.persistentchat.room;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.persistentchat.audit.AuditState;
import org.persistentchat.principal.PrincipalSet;
import org.persistentchat.principal.Subject;

/** Adds to and removes from lists in a few statements, and says what that changed. */
final class AccessLists {
    private final AccessTable table;
    private final NamedPrincipals principals;

    AccessLists(AccessTable table, NamedPrincipals principals) {
        this.table = table;
        this.principals = principals;
    }

    /** What would change; whoever changes the lists of {@code id} holds it in this transaction. */
    AccessChanged compare(long id, Map<Relation, PrincipalSet> add, Map<Relation, PrincipalSet> remove) {
        Map<Relation, PrincipalSet> fresh = new EnumMap<>(Relation.class);
        Map<Relation, PrincipalSet> gone = new EnumMap<>(Relation.class);
        add.forEach((relation, named) -> fresh.put(relation, named.without(table.present(id, relation, named))));
        remove.forEach((relation, named) -> gone.put(relation, table.present(id, relation, named)));
        return new AccessChanged(fresh, gone);
    }

    void write(long id, AccessChanged change) {
        table.remove(entries(id, change.removed()));
        table.add(entries(id, change.added()));
    }

    private static List<AccessTable.Entries> entries(long id, Map<Relation, PrincipalSet> lists) {
        List<AccessTable.Entries> entries = new ArrayList<>();
        lists.forEach((relation, named) -> entries.add(new AccessTable.Entries(id, relation, named)));
        return entries;
    }

    /** As {@code by} may name them. */
    Map<Relation, PrincipalSet> resolve(Subject by, Map<Relation, List<String>> lists) {
        Map<Relation, PrincipalSet> resolved = new EnumMap<>(Relation.class);
        lists.forEach((relation, named) -> resolved.put(relation, principals.resolve(by, named)));
        return resolved;
    }

    /** What was taken away, for the audit. */
    AuditState removed(AccessChanged change) {
        return state(change.removed());
    }

    /** What was added, for the audit. */
    AuditState added(AccessChanged change) {
        return state(change.added());
    }

    private AuditState state(Map<Relation, PrincipalSet> lists) {
        AuditState state = AuditState.NONE;
        for (Map.Entry<Relation, PrincipalSet> list : lists.entrySet()) {
            if (!list.getValue().isEmpty()) {
                state = state.and(list.getKey().list(), principals.names(list.getValue()));
            }
        }
        return state;
    }
}
