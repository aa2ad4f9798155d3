package org.persistentchat.archive.adapter;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.persistentchat.archive.adapter.SliceReader.Cut;
import org.persistentchat.archive.adapter.SpooledConversation.Watch;
import org.persistentchat.compliance.adapter.AdapterOptions;
import org.persistentchat.compliance.adapter.ComplianceAdapter;

/**
 * Runs of one adapter on one server. The steps of a slice, each durable before the next: its plan in the database; its files, under hidden names; the mark in
 * the directory; that it is written, in the database; the files' names; the progress in the database. A run that finds a plan goes on where the mark and the
 * database agree that it was written, and writes it anew where they do not: then no file of it has got its name.
 */
final class AdapterRun {

    private final ComplianceAdapter adapter;
    private final AdapterOptions options;
    private final OutputDirectory directory;
    private final SliceReader slices;
    private final ProgressTable progress;
    private final Leases leases;
    private final InstantSource clock;
    private final BooleanSupplier stopping;

    AdapterRun(
            ConfiguredAdapter configured,
            SliceReader slices,
            ProgressTable progress,
            Leases leases,
            InstantSource clock,
            BooleanSupplier stopping) {
        this.adapter = configured.adapter();
        this.options = configured.options();
        this.directory = configured.directory();
        this.slices = slices;
        this.progress = progress;
        this.leases = leases;
        this.clock = clock;
        this.stopping = stopping;
    }

    /** Exports what is due, or everything when somebody has asked for a run. Returns how many slices were finished; none when another server is at it. */
    int run() throws SQLException, IOException {
        String name = options.name();
        progress.ensure(name);
        AdapterProgress found = progress.get(name);
        boolean due = found.wanted() || found.plan().isPresent() || slices.isDue(found.position(), clock.instant());
        Optional<Lease> lease = due ? leases.take(name) : Optional.empty();
        return lease.isPresent() ? run(lease.get()) : 0;
    }

    private int run(Lease lease) throws SQLException, IOException {
        int finished = 0;
        try {
            boolean all = progress.get(lease.adapter()).wanted();
            progress.started(lease, clock.instant());
            while (slice(lease, all)) {
                finished++;
            }
            directory.clean();
            progress.ended(lease, clock.instant());
            return finished;
        } catch (StoppedException stopped) {
            progress.ended(lease, clock.instant());
            return finished;
        } catch (LeaseLostException lost) {
            throw lost;
        } catch (SQLException | IOException | RuntimeException failed) {
            progress.failed(lease, clock.instant(), reason(failed));
            throw failed;
        }
    }

    private static String reason(Exception failed) {
        return failed.getClass().getSimpleName() + ": " + failed.getMessage();
    }

    /** Makes the next slice, or says that none is due. */
    private boolean slice(Lease lease, boolean all) throws SQLException, IOException {
        AdapterProgress now = progress.get(lease.adapter());
        Watch watch = () -> goesOn(lease);
        if (now.plan().isEmpty()) {
            Optional<Cut> cut = slices.next(now.position(), clock.instant(), all, watch);
            if (cut.isEmpty()) {
                return false;
            }
            try (SpooledSlice slice = cut.get().slice()) {
                progress.plan(lease, cut.get().plan());
                write(lease, slice);
            }
            finish(lease, cut.get().plan(), lease.number());
            return true;
        }
        SlicePlan plan = now.plan().get();
        if (now.written().isPresent() && directory.isMarked(now.written().getAsLong())) {
            finish(lease, plan, now.written().getAsLong());
            return true;
        }
        try (SpooledSlice slice = slices.read(plan, watch)) {
            write(lease, slice);
        }
        finish(lease, plan, lease.number());
        return true;
    }

    private void write(Lease lease, SpooledSlice slice) throws SQLException, IOException {
        SliceFiles files = directory.begin(lease.number());
        if (!slice.conversations().isEmpty()) { // all of it may have been removed since it was planned
            adapter.export(slice, options, files);
        }
        directory.mark(lease.number(), files);
        progress.written(lease);
    }

    private void finish(Lease lease, SlicePlan plan, long attempt) throws SQLException, IOException {
        directory.publish(attempt);
        progress.finished(lease, plan);
    }

    private void goesOn(Lease lease) throws IOException {
        if (stopping.getAsBoolean()) {
            throw new StoppedException();
        }
        try {
            leases.beat(lease);
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
