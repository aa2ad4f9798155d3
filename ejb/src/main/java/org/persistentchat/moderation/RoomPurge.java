package org.persistentchat.moderation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.persistentchat.hold.HeldText;
import org.persistentchat.hold.HoldGate;
import org.persistentchat.hold.Holds;
import org.persistentchat.journal.Completion;
import org.persistentchat.journal.Draft;
import org.persistentchat.journal.Posted;
import org.persistentchat.journal.PurgeDraft;

/**
 * Purges a room step by step, through the journal. As long as nothing is held a step is one event that says that all up to a message is gone; from the first
 * held message on each message goes by an event of its own, because those before it do not. The journal has the last word on what is held.
 */
public final class RoomPurge {
    private final DataSource dataSource;
    private final BiConsumer<Draft, Completion<Posted>> journal;
    private final PurgeOrder order;

    public RoomPurge(DataSource dataSource, BiConsumer<Draft, Completion<Posted>> journal, PurgeOrder order) {
        this.dataSource = dataSource;
        this.journal = journal;
        this.order = order;
    }

    /**
     * Does some of the messages after a sequence. Blocks.
     *
     * @param others whether messages up to {@code after} stay
     */
    public PurgeStep step(long after, boolean others) throws SQLException, InterruptedException {
        List<JobTable.Row> page = new JobTable(dataSource).messages(order.room().id(), after);
        List<JobTable.Row> old = page.stream()
                .takeWhile(row -> row.at().isBefore(order.before()))
                .toList();
        if (old.isEmpty()) {
            return new PurgeStep(after, 0, 0, 0, true);
        }
        long last = old.get(old.size() - 1).sequence();
        boolean end = old.size() < page.size();
        if (!others && heldNow(old) == 0) {
            Commits commits = new Commits(journal);
            commits.add(draft(after + 1, last, false));
            commits.await();
            if (commits.held() == 0) {
                return new PurgeStep(last, old.size(), 0, 0, end);
            }
        }
        return oneByOne(old, last, end);
    }

    private PurgeStep oneByOne(List<JobTable.Row> old, long last, boolean end)
            throws SQLException, InterruptedException {
        Commits commits = new Commits(journal);
        Holds holds = look();
        for (JobTable.Row row : old) {
            if (!isHeld(holds, row)) {
                commits.add(draft(row.sequence(), row.sequence(), true));
            }
        }
        commits.await();
        List<Long> left =
                left(old, last); // what was held when it was its turn may not be by now, and is looked at again
        return new PurgeStep(last, commits.committed(), left.size(), left.isEmpty() ? 0 : left.get(0), end);
    }

    private List<Long> left(List<JobTable.Row> old, long last) throws SQLException {
        return new JobTable(dataSource)
                .messages(order.room().id(), old.get(0).sequence() - 1).stream()
                        .map(JobTable.Row::sequence)
                        .filter(sequence -> sequence <= last)
                        .toList();
    }

    private PurgeDraft draft(long from, long to, boolean alone) {
        String key = order.key() + " " + (alone ? "one " : "") + to;
        return new PurgeDraft(order.room(), order.by(), key, from, to, alone, order.rule());
    }

    private long heldNow(List<JobTable.Row> rows) throws SQLException {
        Holds holds = look();
        return rows.stream().filter(row -> isHeld(holds, row)).count();
    }

    private boolean isHeld(Holds holds, JobTable.Row row) {
        return !holds.none()
                && holds.cover(
                        new HeldText(order.room().id().value(), row.author().value(), row.at(), row.text()));
    }

    private Holds look() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return HoldGate.look(connection);
        }
    }

    /** Whether a message up to {@code through} is there. */
    boolean leaves(long through) throws SQLException {
        return new JobTable(dataSource)
                .messages(order.room().id(), 0).stream().anyMatch(row -> row.sequence() <= through);
    }

    /** What it would do, as far as {@code most} messages. */
    public PurgePreview look(long most) throws SQLException {
        Holds holds = look();
        PurgePreview seen = PurgePreview.NOTHING;
        long after = 0;
        while (true) {
            List<JobTable.Row> page =
                    new JobTable(dataSource).messages(order.room().id(), after);
            for (JobTable.Row row : page) {
                if (!row.at().isBefore(order.before())) {
                    return seen;
                }
                if (seen.messages() + seen.held() == most) {
                    return seen.incomplete();
                }
                seen = seen.with(row.at(), isHeld(holds, row));
                after = row.sequence();
            }
            if (page.isEmpty()) {
                return seen;
            }
        }
    }
}
