package org.persistentchat.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.persistentchat.change.ChangeKind;

/** Takes over who is in which group: what differs is written, a thousand memberships to a transaction. Groups that contain each other stay so. */
final class MemberImport {
    private static final int BATCH = 1_000;

    private final ImportTransactions transactions;
    private final KnownEntries known;
    private final Counts counts;

    MemberImport(ImportTransactions transactions, KnownEntries known, Counts counts) {
        this.transactions = transactions;
        this.known = known;
        this.counts = counts;
    }

    void take(List<OuterMembers> groups) throws DirectoryException, SQLException {
        for (OuterMembers members : groups) {
            @Nullable Known group = known.byId(members.groupId());
            if (group != null && !group.gone()) {
                write(difference(group.principal(), principals(members)));
            }
        }
    }

    /** Those who are known here; others are outside of what is read of the directory. */
    private Set<Long> principals(OuterMembers members) {
        Set<Long> principals = new HashSet<>();
        for (String name : members.names()) {
            @Nullable Long principal = known.principal(name);
            if (principal != null) {
                principals.add(principal);
            }
        }
        return principals;
    }

    private List<MembershipRows.Change> difference(long group, Set<Long> now) throws DirectoryException, SQLException {
        Set<Long> before = new HashSet<>();
        transactions.inOne((content, changes) -> {
            try (Connection connection = content.getConnection()) {
                before.addAll(MembershipRows.of(connection, group));
            }
        });
        List<MembershipRows.Change> difference = new ArrayList<>();
        for (long member : before) {
            if (!now.contains(member)) {
                difference.add(new MembershipRows.Change(group, member, false));
            }
        }
        for (long member : now) {
            if (!before.contains(member)) {
                difference.add(new MembershipRows.Change(group, member, true));
            }
        }
        return difference;
    }

    private void write(List<MembershipRows.Change> difference) throws DirectoryException, SQLException {
        for (int from = 0; from < difference.size(); from += BATCH) {
            List<MembershipRows.Change> some = difference.subList(from, Math.min(from + BATCH, difference.size()));
            Set<Long> touched = new TreeSet<>();
            some.forEach(change -> touched.add(change.member()));
            transactions.inOne((content, changes) -> {
                try (Connection connection = content.getConnection()) {
                    MembershipRows.write(connection, some);
                }
                changes.record(ChangeKind.MEMBERSHIP, touched);
            });
            counts.memberships.addAndGet(some.size());
        }
    }
}
