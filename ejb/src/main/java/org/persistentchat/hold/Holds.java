package org.persistentchat.hold;

import java.util.List;

/** The holds that are in force. */
public final class Holds {
    public static final Holds NONE = new Holds(List.of());

    private final List<HoldCriteria> criteria;

    public Holds(List<HoldCriteria> criteria) {
        this.criteria = List.copyOf(criteria);
    }

    public boolean none() {
        return criteria.isEmpty();
    }

    /** Whether one of them covers a message of the content database. */
    public boolean cover(HeldText text) {
        return criteria.stream().anyMatch(hold -> hold.covers(text));
    }

    /** Whether one of them covers a record of the archive. */
    public boolean cover(HeldRecord record) {
        return criteria.stream().anyMatch(hold -> hold.covers(record));
    }
}
