package org.persistentchat.archive.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** The tables {@code archive_block} and {@code archive_term}. Block {@code n} has the positions from {@code n * SIZE + 1}. */
final class BlockIndex {

    /** Records of a block. */
    static final int SIZE = 1_024;

    private static final String INDEXED = "SELECT MAX(block_number) FROM archive_block";
    private static final String BLOCK = "INSERT INTO archive_block (block_number, first_at, last_at) VALUES (?, ?, ?)";
    private static final String TERM = "INSERT INTO archive_term (term, block_number) VALUES (?, ?)";
    private static final String HAS =
            "EXISTS (SELECT 1 FROM archive_term t WHERE t.term = ? AND t.block_number = b.block_number)";

    private final Connection connection;

    BlockIndex(Connection connection) {
        this.connection = connection;
    }

    /** Blocks from one, before another. */
    record Span(long from, long until) {

        /** Position before that of its end. */
        long last() {
            return first(until) - 1;
        }
    }

    /** First position of a block. */
    static long first(long block) {
        return block * SIZE + 1;
    }

    /** The block with the position. */
    static long blockOf(long position) {
        return (position - 1) / SIZE;
    }

    /** So many blocks have their terms, from block 0. */
    long indexed() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(INDEXED);
                ResultSet row = select.executeQuery()) {
            row.next();
            long newest = row.getLong(1);
            return row.wasNull() ? 0 : newest + 1;
        }
    }

    /** Adds a block, in the caller's transaction; the key refuses one that is there. */
    void add(long block, Instant first, Instant last, SortedSet<Long> terms) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BLOCK)) {
            insert.setLong(1, block);
            insert.setObject(2, utc(first));
            insert.setObject(3, utc(last));
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(TERM)) {
            for (long term : terms) {
                insert.setLong(1, term);
                insert.setLong(2, block);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Some of the blocks of {@code span} that may have what is wanted, in their order. */
    List<Long> candidates(Wanted wanted, Presence presence, Span span, int limit) throws SQLException {
        List<Set<Long>> terms = wanted.terms(presence);
        try (PreparedStatement select = connection.prepareStatement(question(wanted, terms))) {
            int next = 1;
            select.setLong(next++, span.from());
            select.setLong(next++, span.until());
            if (wanted.query().from().isPresent()) {
                select.setObject(next++, utc(wanted.query().from().get()));
            }
            if (wanted.query().until().isPresent()) {
                select.setObject(next++, utc(wanted.query().until().get()));
            }
            for (Set<Long> any : terms) {
                for (long term : any) {
                    select.setLong(next++, term);
                }
            }
            select.setInt(next, limit);
            try (ResultSet row = select.executeQuery()) {
                List<Long> blocks = new ArrayList<>();
                while (row.next()) {
                    blocks.add(row.getLong(1));
                }
                return blocks;
            }
        }
    }

    private static String question(Wanted wanted, List<Set<Long>> terms) {
        StringBuilder sql = new StringBuilder(
                "SELECT b.block_number FROM archive_block b WHERE b.block_number >= ? AND b.block_number < ?");
        wanted.query().from().ifPresent(from -> sql.append(" AND b.last_at >= ?"));
        wanted.query().until().ifPresent(until -> sql.append(" AND b.first_at < ?"));
        for (Set<Long> any : terms) {
            sql.append(any.stream().map(term -> HAS).collect(Collectors.joining(" OR ", " AND (", ")")));
        }
        return sql.append(" ORDER BY b.block_number OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY")
                .toString();
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
