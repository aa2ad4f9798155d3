package org.persistentchat.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.principal.PrincipalUses;

/**
 * What the directory does not have any more: people are deactivated, groups and units deleted with all that names them. A group that keeps somebody out of a
 * category stays as it was: without it people would get in whom nobody has let in.
 */
final class Removal {
    private static final int BATCH = 1_000;
    private static final int FEW = 10;

    /** Who does it, as far as compliance is concerned. */
    private static final Person DIRECTORY =
            new Person(new PersonId(-1), "system:directory", "Outer directory", null, true, true, Set.of());

    private final ImportTransactions transactions;
    private final KnownEntries known;
    private final Counts counts;
    private final GroupUses uses;

    Removal(ImportTransactions transactions, KnownEntries known, Counts counts, GroupUses uses) {
        this.transactions = transactions;
        this.known = known;
        this.counts = counts;
        this.uses = uses;
    }

    /** Where groups are used, and what they lie in. */
    interface GroupUses extends PrincipalUses {
        /** The group and all groups that it lies in. */
        Collection<Long> above(long group);
    }

    /** Refuses a reading that lacks more than {@code percent} of the people or groups: it is more probable that it did not see them. */
    void check(int percent) throws DirectoryException {
        for (EntryKind kind : EntryKind.values()) {
            int missing = known.missing(kind).size();
            int present = known.present(kind).size();
            if (missing > FEW && missing * 100L > (long) present * percent) {
                throw new DirectoryException(
                        "The directory lacks " + missing + " of " + present + " entries of the kind " + kind
                                + ", more than " + percent + " %; a run with force=true takes that over");
            }
        }
    }

    void remove() throws DirectoryException, SQLException {
        List<Known> people = known.missing(EntryKind.PERSON);
        for (int from = 0; from < people.size(); from += BATCH) {
            deactivate(people.subList(from, Math.min(from + BATCH, people.size())));
        }
        List<Known> deleted = new ArrayList<>();
        for (Known group : Stream.of(EntryKind.GROUP, EntryKind.UNIT)
                .flatMap(kind -> known.missing(kind).stream())
                .toList()) {
            List<String> places = uses.denying(uses.above(group.principal()));
            if (places.isEmpty()) {
                deleted.add(group);
            } else {
                keep(group, places);
            }
        }
        for (int from = 0; from < deleted.size(); from += BATCH) {
            delete(deleted.subList(from, Math.min(from + BATCH, deleted.size())));
        }
    }

    private static Known gone(Known entry) {
        return new Known(entry.key(), entry.principal(), entry.kind(), entry.name(), entry.fingerprint(), true);
    }

    private void deactivate(List<Known> people) throws DirectoryException, SQLException {
        List<Long> ids = people.stream().map(Known::principal).toList();
        transactions.inOne((content, changes) -> {
            try (Connection connection = content.getConnection()) {
                new PrincipalRows(connection, Instant.now()).deactivate(ids);
                EntryRows.update(connection, people.stream().map(Removal::gone).toList());
            }
            changes.record(ChangeKind.PERSON, ids);
        });
        counts.removed.addAndGet(ids.size());
    }

    private void keep(Known group, List<String> places) throws DirectoryException, SQLException {
        transactions.inOne((content, changes) -> {
            try (Connection connection = content.getConnection()) {
                EntryRows.update(connection, List.of(gone(group)));
            }
        });
        counts.kept.incrementAndGet();
        DirectoryLog.LOG.kept(Long.toString(group.principal()), String.join(", ", places));
    }

    private void delete(List<Known> groups) throws DirectoryException, SQLException {
        List<Long> ids = groups.stream().map(Known::principal).toList();
        transactions.inOne((content, changes) -> {
            List<String> ignored = uses.forget(DIRECTORY, ids);
            try (Connection connection = content.getConnection()) {
                Set<Long> members = MembershipRows.of(connection, ids);
                new PrincipalRows(connection, Instant.now()).delete(ids);
                EntryRows.delete(connection, ids);
                changes.record(ChangeKind.MEMBERSHIP, members);
            }
            changes.record(ChangeKind.GROUP, ids);
            changes.record(ChangeKind.MEMBERSHIP, ids);
        });
        counts.removed.addAndGet(ids.size());
    }
}
