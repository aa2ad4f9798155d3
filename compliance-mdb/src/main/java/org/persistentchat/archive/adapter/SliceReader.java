package org.persistentchat.archive.adapter;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.persistentchat.archive.adapter.SpooledConversation.Watch;
import org.persistentchat.archive.reading.ArchiveReader;
import org.persistentchat.archive.reading.ArchivedEntry;

/**
 * Cuts the archive into slices. A slice ends before the first record of a later interval than the one in which its first record happened; what reached the
 * archive late goes with the slice in which it is found. What was removed from the archive is in none, and its position is passed over. Intervals are counted
 * from 1970, so that all servers cut alike.
 */
final class SliceReader {

    /** A slice has at most so many records, however long its interval. */
    static final int MOST_RECORDS = 100_000;

    /** So long after its end a slice is cut, because the last records need a moment to the archive. */
    static final Duration SETTLING = Duration.ofSeconds(10);

    private static final int PAGE = 500;

    private final ArchiveReader archive;
    private final Duration interval;
    private final int most;

    SliceReader(ArchiveReader archive, Duration interval) {
        this(archive, interval, MOST_RECORDS);
    }

    SliceReader(ArchiveReader archive, Duration interval, int most) {
        this.archive = archive;
        this.interval = interval;
        this.most = most;
    }

    /** A slice that was read. */
    record Cut(SlicePlan plan, SpooledSlice slice) {}

    /** Whether there is a slice after {@code position} whose interval is over by {@code now}. */
    boolean isDue(long position, Instant now) throws SQLException {
        List<ArchivedEntry> first = archive.read(position, archive.sealedThrough(), 1);
        return !first.isEmpty() && isOver(first.get(0).record().at(), now);
    }

    /** A time that is yet to come is a clock that was wrong, and no reason to wait for it. */
    private boolean isOver(Instant first, Instant now) {
        return !now.isBefore(endOf(first).plus(SETTLING)) || first.isAfter(now);
    }

    private Instant endOf(Instant first) {
        long millis = interval.toMillis();
        return Instant.ofEpochMilli((Math.floorDiv(first.toEpochMilli(), millis) + 1) * millis);
    }

    /** The next slice after {@code position} if it is due, or, when {@code all} is wanted, whatever there is of it. */
    Optional<Cut> next(long position, Instant now, boolean all, Watch watch) throws SQLException, IOException {
        long through = archive.sealedThrough();
        List<ArchivedEntry> first = archive.read(position, through, 1);
        if (first.isEmpty() || !(all || isOver(first.get(0).record().at(), now))) {
            return Optional.empty();
        }
        long begin = first.get(0).position();
        Instant start = first.get(0).record().at();
        SpooledSlice slice = new SpooledSlice(watch);
        try {
            slice.add(first.get(0).record());
            long last = fill(slice, begin, Math.min(through, begin - 1 + most), endOf(start), watch);
            checkEntries(position, last);
            SlicePlan plan = SlicePlan.of(position, last, start);
            slice.complete(plan.name());
            return Optional.of(new Cut(plan, slice));
        } catch (SQLException | IOException | RuntimeException failed) {
            slice.close();
            throw failed;
        }
    }

    /** The slice of a plan that was made before; without what was removed meanwhile, which may be all of it. */
    SpooledSlice read(SlicePlan plan, Watch watch) throws SQLException, IOException {
        SpooledSlice slice = new SpooledSlice(watch);
        try {
            fill(slice, plan.from(), plan.to(), Instant.MAX, watch);
            checkEntries(plan.from(), plan.to());
            slice.complete(plan.name());
            return slice;
        } catch (SQLException | IOException | RuntimeException failed) {
            slice.close();
            throw failed;
        }
    }

    /**
     * Puts what follows {@code from} into the slice, up to {@code through} or to the first record that is not before {@code end}; returns the last position that
     * is in it, or {@code from}.
     */
    private long fill(SpooledSlice slice, long from, long through, Instant end, Watch watch)
            throws SQLException, IOException {
        long last = from;
        while (last < through) {
            watch.goesOn();
            List<ArchivedEntry> page = archive.read(last, through, PAGE);
            if (page.isEmpty()) {
                return last;
            }
            for (ArchivedEntry entry : page) {
                if (!entry.record().at().isBefore(end)) {
                    return last;
                }
                slice.add(entry.record());
                last = entry.position();
            }
        }
        return last;
    }

    /** A record may have been removed since, an entry never: without it nobody knows what is left out. */
    private void checkEntries(long after, long through) throws SQLException {
        long missing = through - after - archive.entries(after, through);
        if (missing != 0) {
            throw new SQLException(
                    "Of positions " + (after + 1) + " to " + through + ", " + missing + " are missing in the archive");
        }
    }
}
