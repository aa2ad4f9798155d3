package org.persistentchat.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.identity.PersonIndex;

/**
 * Takes over what one reading of an outer directory brings: units, then groups, then people, then who is in which group, each a portion to a transaction. What
 * cannot be taken over is left out and does not stop the rest.
 */
final class DirectoryImport {
    private final ImportTransactions transactions;
    private final KnownEntries known;
    private final Counts counts;
    private final Clock clock;
    private final Optional<String> since;

    /**
     * @param since the mark of an earlier reading, to take over what has changed; absent: everything
     */
    DirectoryImport(ImportTransactions transactions, KnownEntries known, Counts counts, Optional<String> since) {
        this.transactions = transactions;
        this.known = known;
        this.counts = counts;
        this.clock = Clock.systemUTC();
        this.since = since;
    }

    /** Takes everything over that is there. False if units have moved, whose entries look unchanged: then everything has to be read. */
    boolean takeOver(DirectoryReading reading) throws DirectoryException, SQLException {
        int before = counts.changed.get() + counts.created.get();
        read(reading, EntryKind.UNIT);
        if (since.isPresent() && counts.changed.get() + counts.created.get() > before) {
            return false;
        }
        read(reading, EntryKind.GROUP);
        read(reading, EntryKind.PERSON);
        reading.members(since, new MemberImport(transactions, known, counts)::take);
        return true;
    }

    private void read(DirectoryReading reading, EntryKind kind) throws DirectoryException, SQLException {
        int notUnderstood = reading.entries(kind, since, this::take);
        if (notUnderstood > 0) {
            counts.skipped.addAndGet(notUnderstood);
            DirectoryLog.LOG.notUnderstood(notUnderstood);
        }
    }

    private void take(List<OuterEntry> portion) throws DirectoryException, SQLException {
        List<Takeover> takeovers = new ArrayList<>();
        for (OuterEntry entry : portion) {
            counts.read.incrementAndGet();
            Optional<String> defect = Takeovers.defect(entry);
            if (defect.isPresent()) {
                skip(entry, defect.get());
            } else {
                Takeovers.of(entry, known).ifPresent(takeovers::add);
            }
        }
        if (takeovers.isEmpty()) {
            return;
        }
        if (takeovers.get(0).entry().kind() == EntryKind.UNIT) {
            // a unit may lie in another of the same portion, which has no principal before it is written
            takeovers.sort(
                    java.util.Comparator.comparingInt(one -> one.entry().path().size()));
            for (Takeover unit : takeovers) {
                Optional<Takeover> again = Takeovers.of(unit.entry(), known);
                if (again.isPresent()) {
                    writeAlone(again.get());
                }
            }
        } else if (!written(takeovers)) {
            for (Takeover takeover : takeovers) {
                writeAlone(takeover);
            }
        }
    }

    private void writeAlone(Takeover takeover) throws DirectoryException, SQLException {
        if (written(List.of(takeover))) {
            return;
        }
        Optional<String> longer =
                takeover.entry().kind() == EntryKind.PERSON ? Optional.empty() : takeover.longerTitle();
        if (longer.isEmpty() || !written(List.of(takeover.called(longer.get())))) {
            skip(takeover.entry(), "its account or name is taken");
        }
    }

    private void skip(OuterEntry entry, String reason) {
        counts.skipped.incrementAndGet();
        DirectoryLog.LOG.skipped(entry.name(), reason);
        Optional.ofNullable(known.byId(entry.id())).ifPresent(known::see); // it is there, if not as it should be
    }

    /** False if a name is taken; then nothing was written. */
    private boolean written(List<Takeover> takeovers) throws DirectoryException, SQLException {
        try {
            transactions.inOne((content, changes) -> write(content, changes, takeovers));
        } catch (SQLException failure) {
            if (SqlErrors.isConstraintViolation(failure)) {
                return false;
            }
            throw failure;
        }
        for (Takeover takeover : takeovers) {
            known.put(takeover.after());
            (takeover.isNew() ? counts.created : counts.changed).incrementAndGet();
        }
        return true;
    }

    private void write(DataSource content, ImportTransactions.Changes changes, List<Takeover> takeovers)
            throws SQLException {
        List<Long> principals = takeovers.stream().map(Takeover::principal).toList();
        boolean people = takeovers.get(0).entry().kind() == EntryKind.PERSON;
        try (Connection connection = content.getConnection()) {
            PrincipalRows rows = new PrincipalRows(connection, clock.instant());
            if (people) {
                rows.people(takeovers);
            } else {
                rows.groups(takeovers);
            }
            rows.units(takeovers);
            EntryRows.insert(connection, after(takeovers, true));
            EntryRows.update(connection, after(takeovers, false));
        }
        if (people) {
            Map<Long, PersonIndex.Names> names = new TreeMap<>();
            takeovers.forEach(person -> names.put(
                    person.principal(), new PersonIndex.Names(person.entry().account(), person.title())));
            PersonIndex.put(content, names);
        }
        changes.record(people ? ChangeKind.PERSON : ChangeKind.GROUP, principals);
        changes.record(ChangeKind.MEMBERSHIP, principals);
    }

    private static List<Known> after(List<Takeover> takeovers, boolean isNew) {
        return takeovers.stream()
                .filter(takeover -> takeover.isNew() == isNew)
                .map(Takeover::after)
                .toList();
    }

    /** For tests and messages: what is known after the reading. */
    Set<Long> principals(EntryKind kind) {
        return known.present(kind).stream().map(Known::principal).collect(java.util.stream.Collectors.toSet());
    }
}
