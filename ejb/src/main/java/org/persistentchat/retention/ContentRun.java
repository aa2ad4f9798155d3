package org.persistentchat.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.persistentchat.hold.HoldGate;
import org.persistentchat.identity.Person;
import org.persistentchat.journal.Completion;
import org.persistentchat.journal.Draft;
import org.persistentchat.journal.Posted;
import org.persistentchat.moderation.PurgeOrder;
import org.persistentchat.moderation.PurgeStep;
import org.persistentchat.moderation.RoomPurge;
import org.persistentchat.retention.ProgressTable.Progress;
import org.persistentchat.retention.ProgressTable.Settled;
import org.persistentchat.room.Room;

/** Applies the rules to the content database, room by room, through the journal: clients see what has expired as purged. */
final class ContentRun {
    private final DataSource dataSource;
    private final BiConsumer<Draft, Completion<Posted>> journal;
    private final Steps steps;
    private RunTable.Outcome outcome = RunTable.Outcome.NOTHING;

    ContentRun(DataSource dataSource, BiConsumer<Draft, Completion<Posted>> journal, Steps steps) {
        this.dataSource = dataSource;
        this.journal = journal;
        this.steps = steps;
    }

    RunTable.Outcome outcome() {
        return outcome;
    }

    /** Does all that is due at {@code now}; ends early when it is told to. */
    void run(Collection<Room> rooms, Instant now) throws SQLException, InterruptedException {
        RetentionRules rules;
        long version;
        try (Connection connection = dataSource.getConnection()) {
            version = HoldGate.version(connection); // first: what is changed meanwhile is done the next time
            rules = new RuleTable(connection).rules();
        }
        Map<Long, Progress> progress = new ProgressTable(dataSource).all();
        List<Room> inOrder = rooms.stream()
                .sorted(Comparator.comparingLong(room -> room.id().value()))
                .toList();
        for (Room room : inOrder) {
            long id = room.id().value();
            Optional<RetentionRules.Limit> limit =
                    rules.of(Store.CONTENT, id, room.category().id().value());
            if (limit.isPresent()) {
                Settled goal = new Settled(Cutoff.of(limit.get(), now), version);
                Progress last = progress.getOrDefault(id, Progress.NONE);
                if (!last.settled().equals(goal) && !expire(room, limit.get(), last, goal)) {
                    return;
                }
            }
        }
    }

    private boolean expire(Room room, RetentionRules.Limit limit, Progress last, Settled goal)
            throws SQLException, InterruptedException {
        Instant before = java.util.Objects.requireNonNull(goal.before());
        PurgeOrder order = new PurgeOrder(room, Person.product(), "expiry " + before, before, Cutoff.rule(limit));
        RoomPurge purge = new RoomPurge(dataSource, journal, order);
        ProgressTable table = new ProgressTable(dataSource);
        long firstHeld = 0;
        PurgeStep step = new PurgeStep(last.firstHeld() == 0 ? last.through() : last.firstHeld() - 1, 0, 0, 0, false);
        while (!step.end()) {
            step = purge.step(step.through(), firstHeld != 0);
            firstHeld = firstHeld == 0 ? step.firstHeld() : firstHeld;
            outcome = outcome.and(step.gone(), step.held());
            boolean behind = step.through() < last.through();
            // what was not looked at again, also because it is kept for longer now, may still be there
            long held = firstHeld == 0 && behind ? step.through() + 1 : firstHeld;
            Settled settled = step.end() ? goal : new Settled(null, -1);
            table.put(room.id().value(), new Progress(Math.max(step.through(), last.through()), held, settled));
            if (!steps.done(outcome)) {
                return false;
            }
        }
        return true;
    }
}
