package org.persistentchat.archive.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.archive.reading.ArchivedEntry;
import org.persistentchat.archive.reading.JdbcArchiveReader;
import org.persistentchat.archive.search.BlockIndex.Span;
import org.persistentchat.discovery.ArchiveQuery;
import org.persistentchat.discovery.FoundRecords;

/**
 * Looks through the archive in its order, a page at a time. The work of a page is bounded, whatever is asked: so many blocks are looked at, so many blocks of
 * the index are passed over, so many texts are taken.
 */
public final class RecordSearch {

    private static final int BLOCKS_READ = 32;
    private static final long BLOCKS_PASSED = 20_000;
    private static final long BLOCKS_PASSED_PRESENT = 1_000; // all stays of the person in these are read
    private static final int PAGE = 256;

    private final DataSource database;
    private final JdbcArchiveReader archive;

    public RecordSearch(DataSource database) {
        this.database = database;
        this.archive = new JdbcArchiveReader(database);
    }

    /** A page of what fits, behind a position. */
    public FoundRecords page(ArchiveQuery query, long after, int limit) throws SQLException {
        Wanted wanted = new Wanted(query);
        long sealed = archive.sealedThrough();
        Plan plan;
        Page page;
        try (Connection connection = database.getConnection()) {
            BlockIndex index = new BlockIndex(connection);
            long indexed = index.indexed();
            Span span = span(wanted, after, indexed);
            Presence presence = presence(connection, wanted, after, span);
            plan = new Plan(span, indexed, index.candidates(wanted, presence, span, BLOCKS_READ));
            page = new Page(wanted, presence, after, limit);
        }
        look(page, plan, sealed);
        return page.found(sealed);
    }

    /**
     * What the index says.
     *
     * @param span blocks that it was asked about
     * @param indexed number of blocks that it knows
     * @param candidates blocks to look at
     */
    private record Plan(Span span, long indexed, List<Long> candidates) {

        /** Whether behind the candidates there is nothing more in the span. */
        boolean isComplete() {
            return candidates.size() < BLOCKS_READ;
        }
    }

    private static Span span(Wanted wanted, long after, long indexed) {
        long from = BlockIndex.blockOf(after + 1);
        long most = wanted.presentPerson().isPresent() ? BLOCKS_PASSED_PRESENT : BLOCKS_PASSED;
        return new Span(from, Math.min(indexed, from + most));
    }

    private static Presence presence(Connection connection, Wanted wanted, long after, Span span) throws SQLException {
        if (wanted.presentPerson().isEmpty()) {
            return Presence.NONE;
        }
        String person = wanted.presentPerson().get();
        List<Stay> stays = new StayTable(connection).of(person, Math.min(after, span.last()), span.last());
        return new Presence(person, stays, span.last());
    }

    private void look(Page page, Plan plan, long sealed) throws SQLException {
        for (long block : plan.candidates()) {
            if (!look(page, block, sealed)) {
                return;
            }
        }
        if (!plan.isComplete()) {
            return;
        }
        page.pass(plan.span().last());
        int left = BLOCKS_READ - plan.candidates().size();
        if (plan.span().until() < plan.indexed() || !followed(page, plan)) {
            return;
        }
        while (left-- > 0 && page.lookedThrough() < sealed) {
            if (!look(page, BlockIndex.blockOf(page.lookedThrough() + 1), sealed)) {
                return;
            }
        }
    }

    /** Follows people from where the index ends to where the page begins; false when that is too far, until the index has caught up. */
    private boolean followed(Page page, Plan plan) throws SQLException {
        long at = plan.span().last();
        if (!page.watchesPresence() || page.lookedThrough() <= at) {
            return true;
        }
        if (page.lookedThrough() - at > (long) BLOCKS_READ * BlockIndex.SIZE) {
            return false;
        }
        while (at < page.lookedThrough()) {
            List<ArchivedEntry> entries = archive.read(at, page.lookedThrough(), PAGE);
            entries.forEach(page::follow);
            at = entries.size() < PAGE
                    ? page.lookedThrough()
                    : entries.get(PAGE - 1).position();
        }
        return true;
    }

    /** Looks at what is behind the page's place in a block; false when the page is full. */
    private boolean look(Page page, long block, long sealed) throws SQLException {
        long last = Math.min(BlockIndex.first(block + 1) - 1, sealed);
        page.pass(BlockIndex.first(block) - 1);
        while (page.lookedThrough() < last) {
            List<ArchivedEntry> entries = archive.read(page.lookedThrough(), last, PAGE);
            for (ArchivedEntry entry : entries) {
                if (!page.take(entry)) {
                    return false;
                }
            }
            if (entries.size() < PAGE) {
                page.pass(last); // what is erased leaves its position behind
            }
        }
        return true;
    }
}
