package org.persistentchat.moderation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.journal.Journal;
import org.persistentchat.journal.Observation;
import org.persistentchat.journal.RewriteDraft;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomDirectory;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomRights;

/** The work of purges and removals, and of looking what they would do. Blocks. */
@ApplicationScoped
class RemovalWork {
    private static final int MOST_SCANNED_AT_ONCE = 200_000;
    private static final int SAMPLE = 20;
    private static final int ATTEMPTS = 100;
    private static final long PAUSE_MILLIS = 100;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    Journal journal;

    @Inject
    RoomDirectory rooms;

    @Inject
    PersonDirectory people;

    @Inject
    ChatLimits limits;

    private final Clock clock = Clock.systemUTC();

    /** Waits for the transaction that wrote the job down; false if it was taken back. */
    boolean isThere(long job) throws SQLException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (new JobTable(dataSource).find(job).isPresent()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return false;
    }

    Found find(Person by, Removal removal) {
        check(removal);
        long scanned = 0;
        long matched = 0;
        List<Found.Sample> sample = new ArrayList<>();
        List<PersonId> authors = new ArrayList<>();
        JobTable table = new JobTable(dataSource);
        try {
            for (Room room : present(removal)) {
                long after = 0;
                for (List<JobTable.Row> page = table.messages(room.id(), after);
                        !page.isEmpty();
                        page = table.messages(room.id(), after)) {
                    if (scanned >= MOST_SCANNED_AT_ONCE) {
                        return new Found(scanned, matched, false, named(by, sample, authors));
                    }
                    scanned += page.size();
                    after = page.get(page.size() - 1).sequence();
                    for (JobTable.Row row : page) {
                        if (removal.matches(row)) {
                            matched++;
                            if (sample.size() < SAMPLE) {
                                sample.add(new Found.Sample(room.id(), row.sequence(), "", row.at(), row.text()));
                                authors.add(row.author());
                            }
                        }
                    }
                }
            }
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
        return new Found(scanned, matched, true, named(by, sample, authors));
    }

    /** What an administrator is shown is recorded, as it is of everyone else. */
    private List<Found.Sample> named(Person by, List<Found.Sample> sample, List<PersonId> authors) {
        Map<PersonId, Person> known = people.byIds(new HashSet<>(authors));
        List<Found.Sample> named = new ArrayList<>();
        for (int i = 0; i < sample.size(); i++) {
            Found.Sample one = sample.get(i);
            Person author = known.get(authors.get(i));
            named.add(new Found.Sample(
                    one.room(), one.sequence(), author == null ? "" : author.account(), one.at(), one.text()));
            String shown = one.sequence() + "-" + one.sequence();
            rooms.find(one.room())
                    .ifPresent(room -> journal.observe(
                            new Observation(RecordKind.HISTORY_VIEWED, room, by, clock.instant(), shown)));
        }
        return named;
    }

    /** What is held does not count: it stays. */
    long count(Room room, Instant before) {
        PurgeOrder order = new PurgeOrder(room, Person.product(), "", before, null);
        try {
            return new RoomPurge(dataSource, journal::post, order)
                    .look(Long.MAX_VALUE)
                    .messages();
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /** Does what is left of a task. */
    void run(RemovalTask task, Person by) throws SQLException, InterruptedException {
        if (task.purge()) {
            purge(task, by);
        } else {
            remove(task, by);
        }
    }

    /** Messages from the beginning to the first that was said at the time or later; what is held stays. */
    private void purge(RemovalTask task, Person by) throws SQLException, InterruptedException {
        Instant before = task.wish().until().orElseThrow();
        for (Room room : present(task.wish().removal())) {
            PurgeOrder order = new PurgeOrder(room, by, "purge " + task.job(), before, null);
            RoomPurge purge = new RoomPurge(dataSource, journal::post, order);
            long gone = task.changed();
            boolean others = purge.leaves(task.sequence());
            PurgeStep step = new PurgeStep(task.sequence(), 0, 0, 0, false);
            while (!step.end()) {
                step = purge.step(step.through(), others);
                others |= step.firstHeld() != 0;
                gone += step.gone();
                progress(task, room, step.through(), gone, gone);
            }
        }
    }

    private void remove(RemovalTask task, Person by) throws SQLException, InterruptedException {
        JobTable table = new JobTable(dataSource);
        Commits commits = new Commits(journal::post);
        Removal removal = task.wish().removal();
        RewriteDraft.Rewriting rewriting = removal.rewriting(limits.bodyCharacters(), limits.storyCharacters());
        boolean whole = removal.replacement().isEmpty();
        long scanned = task.scanned();
        for (Room room : present(removal)) {
            if (room.id().value() < task.room()) {
                continue;
            }
            long after = room.id().value() == task.room() ? task.sequence() : 0;
            for (List<JobTable.Row> page = table.messages(room.id(), after);
                    !page.isEmpty();
                    page = table.messages(room.id(), after)) {
                for (JobTable.Row row : page) {
                    if (removal.matches(row)) {
                        String key = "removal " + task.job() + " " + row.sequence();
                        commits.add(new RewriteDraft(room, by, key, row.sequence(), whole, rewriting));
                    }
                }
                commits.await();
                scanned += page.size();
                after = page.get(page.size() - 1).sequence();
                progress(task, room, after, scanned, task.changed() + commits.committed());
            }
        }
    }

    private void progress(RemovalTask task, Room room, long sequence, long scanned, long changed) throws SQLException {
        new TaskTable(dataSource)
                .progress(new RemovalTask(
                        task.job(), task.purge(), task.wish(), room.id().value(), sequence, scanned, changed));
    }

    /** Refuses what names a room that does not exist. */
    void check(Removal removal) {
        for (RoomId id : removal.rooms()) {
            if (rooms.find(id).isEmpty()) {
                throw RoomRights.notFound();
            }
        }
    }

    /** The rooms that are there, by their ids: one that is deleted meanwhile has nothing to remove. */
    private List<Room> present(Removal removal) {
        Stream<Room> all = removal.rooms().isEmpty()
                ? rooms.rooms().stream()
                : removal.rooms().stream().distinct().flatMap(id -> rooms.find(id).stream());
        return all.sorted(Comparator.comparingLong(room -> room.id().value())).toList();
    }
}
