package org.persistentchat.room;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.persistentchat.principal.PrincipalSet;

/** Collects the access entries of one room or category while they are read. */
final class PrincipalLists {
    static final PrincipalLists NONE = new PrincipalLists();

    private final Map<Relation, LongStream.Builder> lists = new EnumMap<>(Relation.class);

    void add(Relation relation, long principal) {
        lists.computeIfAbsent(relation, any -> LongStream.builder()).add(principal);
    }

    /** To be asked once for each relation. */
    PrincipalSet of(Relation relation) {
        LongStream.Builder ids = lists.get(relation);
        return ids == null ? PrincipalSet.EMPTY : PrincipalSet.ofIds(ids.build().toArray());
    }
}
