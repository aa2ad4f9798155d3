package org.persistentchat.archive.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.persistentchat.archive.reading.ArchivedEntry;
import org.persistentchat.archive.reading.JdbcArchiveReader;

/** Indexes blocks that are sealed, one in each transaction. Of two servers that do the same the key of the block lets one succeed. */
public final class Indexer {

    private static final int PAGE = 256;

    private final DataSource database;
    private final Terms terms = new Terms();

    public Indexer(DataSource database) {
        this.database = database;
    }

    /** Indexes the next block; false when none is complete. */
    public boolean next() throws SQLException {
        try (Connection connection = database.getConnection()) {
            long block = new BlockIndex(connection).indexed();
            long last = BlockIndex.first(block + 1) - 1;
            if (new JdbcArchiveReader(database).sealedThrough() < last) {
                return false;
            }
            index(connection, block, last);
            return true;
        }
    }

    private void index(Connection connection, long block, long last) throws SQLException {
        SortedSet<Long> found = new TreeSet<>();
        List<ArchivedEntry> movements = new ArrayList<>();
        Instant earliest = Instant.MAX;
        Instant latest = Instant.MIN;
        long at = BlockIndex.first(block) - 1;
        while (at < last) {
            List<ArchivedEntry> page = new JdbcArchiveReader(database).read(at, last, PAGE);
            for (ArchivedEntry entry : page) {
                Instant when = entry.record().at();
                earliest = when.isBefore(earliest) ? when : earliest;
                latest = when.isAfter(latest) ? when : latest;
                terms.add(entry.record(), found);
                if (StayTable.concerns(entry.record())) {
                    movements.add(entry);
                }
            }
            at = page.size() < PAGE ? last : page.get(page.size() - 1).position();
        }
        if (found.isEmpty()) { // all of it was erased since: no time fits
            earliest = Instant.EPOCH;
            latest = Instant.EPOCH;
        }
        connection.setAutoCommit(false);
        try {
            new BlockIndex(connection).add(block, earliest, latest, found);
            StayTable stays = new StayTable(connection);
            for (ArchivedEntry entry : movements) {
                stays.follow(entry.position(), entry.record());
            }
            connection.commit();
        } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
