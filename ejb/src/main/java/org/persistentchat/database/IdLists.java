package org.persistentchat.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Ids for {@code IN (...)}, as many as a query may have: SQL Server takes 2,100 parameters. Lists have a few lengths only, so that the
 * database keeps few plans; what is left over is filled with the last id.
 */
public final class IdLists {
    private static final int LONGEST = 1_024;

    private IdLists() {}

    /** The ids of one query. */
    public static final class Some {
        private final List<Long> ids;
        private final int slots;

        private Some(List<Long> ids) {
            this.ids = ids;
            this.slots = Integer.highestOneBit(ids.size() * 2 - 1);
        }

        /** {@code (?, ?, ...)}. */
        public String places() {
            return "(" + String.join(", ", Collections.nCopies(slots, "?")) + ")";
        }

        /** The ids, as many as there are places. */
        public List<Long> values() {
            List<Long> values = new ArrayList<>(ids);
            while (values.size() < slots) {
                values.add(ids.get(ids.size() - 1));
            }
            return values;
        }

        /** Sets the ids from parameter {@code first} on, and returns the parameter after them. */
        public int set(PreparedStatement statement, int first) throws SQLException {
            for (int slot = 0; slot < slots; slot++) {
                statement.setLong(first + slot, ids.get(Math.min(slot, ids.size() - 1)));
            }
            return first + slots;
        }
    }

    /** The ids, cut to what queries take; empty for none. */
    public static List<Some> of(Collection<Long> ids) {
        List<Long> all = List.copyOf(ids);
        List<Some> lists = new ArrayList<>();
        for (int from = 0; from < all.size(); from += LONGEST) {
            lists.add(new Some(all.subList(from, Math.min(from + LONGEST, all.size()))));
        }
        return lists;
    }
}
