package org.persistentchat.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the outer directory into the content database, one server of the pool at a time: a lease in the database is held anew in every transaction of the
 * import, so that a server that slept cannot write beside another. A reading that fails leaves what is known as it is.
 */
final class DirectorySync {
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final OuterDirectory directory;
    private final DataSource content;
    private final ImportTransactions transactions;
    private final Removal.GroupUses uses;
    private final int server;
    private final Clock clock = Clock.systemUTC();

    DirectorySync(
            OuterDirectory directory,
            DataSource content,
            ImportTransactions transactions,
            Removal.GroupUses uses,
            int server) {
        this.directory = directory;
        this.content = content;
        this.transactions = transactions;
        this.uses = uses;
        this.server = server;
    }

    /**
     * What is wanted of a run.
     *
     * @param whole read everything, whatever was read before
     * @param removalPercent how much of what is known may be missing
     */
    record Wanted(boolean whole, int removalPercent) {}

    /** Does one run; false if another is under way on whichever server. What it came to is in the database. */
    boolean run(Wanted wanted) throws SQLException {
        Optional<String> mark;
        try (Connection connection = content.getConnection()) {
            RunRow.prepare(connection);
            mark = RunRow.mark(connection);
            Instant now = clock.instant();
            if (!RunRow.take(connection, server, now, now.plus(LEASE), wanted.whole() || mark.isEmpty())) {
                return false;
            }
        }
        Counts counts = new Counts();
        long begun = System.nanoTime();
        RunRow.End end;
        try (DirectoryReading reading = directory.open()) {
            end = read(reading, wanted, mark, counts);
            DirectoryLog.LOG.read(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun), counts.now());
        } catch (DirectoryException | SQLException | RuntimeException failure) {
            @Nullable String message = failure.getMessage();
            String reason = message == null ? failure.toString() : message;
            DirectoryLog.LOG.failed(reason, failure);
            end = new RunRow.End(clock.instant(), wanted.whole(), null, reason, counts.now());
        }
        try (Connection connection = content.getConnection()) {
            RunRow.end(connection, server, end);
        }
        return true;
    }

    private RunRow.End read(DirectoryReading reading, Wanted wanted, Optional<String> mark, Counts counts)
            throws DirectoryException, SQLException {
        String next = reading.mark();
        KnownEntries known;
        try (Connection connection = content.getConnection()) {
            known = new KnownEntries(EntryRows.all(connection));
        }
        boolean whole = wanted.whole() || mark.isEmpty() || !reading.knows(mark.get());
        if (!whole) {
            whole = !new DirectoryImport(this::leased, known, counts, mark).takeOver(reading);
        }
        if (whole) {
            boolean ignored = new DirectoryImport(this::leased, known, counts, Optional.empty()).takeOver(reading);
            Removal removal = new Removal(this::leased, known, counts, uses);
            removal.check(wanted.removalPercent());
            removal.remove();
        }
        return new RunRow.End(clock.instant(), whole, next, null, counts.now());
    }

    /** A transaction of the import, in which nobody else can take the lease. */
    private void leased(ImportTransactions.Work work) throws SQLException, DirectoryException {
        transactions.inOne((transaction, changes) -> {
            try (Connection connection = transaction.getConnection()) {
                if (!RunRow.hold(connection, server, clock.instant().plus(LEASE))) {
                    throw new DirectoryException("Another server has taken over the reading");
                }
            }
            work.run(transaction, changes);
        });
    }
}
