package org.persistentchat.room;

import java.util.Map;
import org.persistentchat.principal.PrincipalSet;

/** What a change of lists did: who was not there before, and who was. */
public record AccessChanged(Map<Relation, PrincipalSet> added, Map<Relation, PrincipalSet> removed) {

    boolean isNothing() {
        return added.values().stream().allMatch(PrincipalSet::isEmpty)
                && removed.values().stream().allMatch(PrincipalSet::isEmpty);
    }

    PrincipalSet added(Relation relation) {
        return added.getOrDefault(relation, PrincipalSet.EMPTY);
    }

    PrincipalSet removed(Relation relation) {
        return removed.getOrDefault(relation, PrincipalSet.EMPTY);
    }
}
