package org.persistentchat.archive.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.proof.CanonicalRecord;
import org.persistentchat.archive.proof.ChunkHeader;
import org.persistentchat.archive.proof.MerkleTree;
import org.persistentchat.archive.proof.SealedChunk;
import org.persistentchat.archive.proof.SigningKey;

/** What somebody who may do everything in the database, and has not the key, might do to it. The transaction is not committed. */
final class DatabaseTampering {

    private static final List<String> COLUMNS = List.of(
            "kind = kind || 'X'",
            "recorded_at = DATEADD('MILLISECOND', 1, recorded_at)",
            "room_id = 'r2'",
            "room_name = room_name || ' '",
            "category_name = LOWER(category_name)",
            "sequence = sequence + 1",
            "account = 'bob'",
            "display_name = display_name || '.'",
            "email = 'a@b'",
            "internal = NOT internal",
            "server = 'node-2'",
            "content = content || '!'",
            "content = NULL",
            "target = 3",
            "title = ''",
            "previous = 'before'");

    private final SplittableRandom random;
    private final Connection connection;

    private DatabaseTampering(SplittableRandom random, Connection connection) {
        this.random = random;
        this.connection = connection;
    }

    /** Does something, and says what. */
    static String at(SplittableRandom random, Connection connection) throws SQLException {
        return new DatabaseTampering(random, connection).tamper();
    }

    private String tamper() throws SQLException {
        long position = 1L + random.nextInt(SealedArchive.RECORDS);
        String record = " WHERE record_id = (SELECT record_id FROM archive_entry WHERE position = " + position + ")";
        return switch (random.nextInt(9)) {
            case 0 -> run("UPDATE compliance_record SET " + COLUMNS.get(random.nextInt(COLUMNS.size())) + record);
            case 1 -> run("DELETE FROM compliance_record" + record);
            case 2 ->
                run("DELETE FROM compliance_record" + record, "DELETE FROM archive_entry WHERE position = " + position);
            case 3 -> insert(record);
            case 4 -> swap(position);
            case 5 -> truncate();
            case 6 -> chunk();
            case 7 -> rechain(position, false);
            default -> rechain(position, true);
        };
    }

    private String run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
        return String.join("; ", statements);
    }

    private String insert(String like) throws SQLException {
        UUID id = new UUID(0x0190_0000_0000_7000L, 1_000 + random.nextInt(1_000_000));
        return run("INSERT INTO compliance_record SELECT X'" + id.toString().replace("-", "") + "', kind, recorded_at,"
                + " room_id, room_name, category_name, sequence, account, display_name, email, internal, server, content,"
                + " target, title, previous FROM compliance_record" + like);
    }

    /** Two records change places: by their positions, or by what they say. */
    private String swap(long position) throws SQLException {
        long other = position == 1 ? 2 : position - 1;
        if (random.nextBoolean()) {
            return run(
                    "UPDATE archive_entry SET position = -1 WHERE position = " + position,
                    "UPDATE archive_entry SET position = " + position + " WHERE position = " + other,
                    "UPDATE archive_entry SET position = " + other + " WHERE position = -1");
        }
        String one = "SELECT record_id FROM archive_entry WHERE position = ";
        return run(
                "UPDATE compliance_record SET record_id = X'00000000000000000000000000000000' WHERE record_id = (" + one
                        + position + ")",
                "UPDATE compliance_record SET record_id = (" + one + position + ") WHERE record_id = (" + one + other
                        + ")",
                "UPDATE compliance_record SET record_id = (" + one + other
                        + ") WHERE record_id = X'00000000000000000000000000000000'");
    }

    /** The newest chunks go, with all that belongs to them, and the head says so. */
    private String truncate() throws SQLException {
        int left = random.nextInt(SealedArchive.CHUNKS);
        int positions = left * (left + 1) / 2;
        return run(
                "DELETE FROM archive_chunk WHERE chunk_number > " + left,
                "DELETE FROM compliance_record WHERE record_id IN"
                        + " (SELECT record_id FROM archive_entry WHERE position > " + positions + ")",
                "DELETE FROM archive_entry WHERE position > " + positions,
                "UPDATE archive_head SET last_chunk = " + left + ", last_position = " + positions);
    }

    private String chunk() throws SQLException {
        String where = " WHERE chunk_number = " + (1 + random.nextInt(SealedArchive.CHUNKS));
        return switch (random.nextInt(6)) {
            case 0 -> run("UPDATE archive_chunk SET sealed_at = DATEADD('SECOND', 1, sealed_at)" + where);
            case 1 -> run("UPDATE archive_chunk SET signature = X'" + "AB".repeat(64) + "'" + where);
            case 2 -> run("UPDATE archive_chunk SET records = records - 1" + where);
            case 3 -> run("UPDATE archive_chunk SET key_id = 'other'" + where);
            case 4 -> run("DELETE FROM archive_chunk" + where);
            default ->
                run("UPDATE archive_entry SET leaf = X'" + "CD".repeat(32) + "' WHERE position = "
                        + (1 + random.nextInt(SealedArchive.RECORDS)));
        };
    }

    /** A record is changed and all hashes from there on are made anew: with the old signatures, or with those of another key. */
    private String rechain(long position, boolean sign) throws SQLException {
        run("UPDATE compliance_record SET content = 'forged' WHERE record_id ="
                + " (SELECT record_id FROM archive_entry WHERE position = " + position + ")");
        SigningKey other = SigningKey.generate();
        DatabaseSource source = new DatabaseSource(connection);
        List<SealedChunk> chunks = new ArrayList<>();
        for (var next = source.nextChunk(); next.isPresent(); next = source.nextChunk()) {
            chunks.add(next.get());
        }
        byte[] link = ChunkHeader.origin(source.archive().orElseThrow());
        for (SealedChunk chunk : chunks) {
            SealedChunk forged = forge(chunk, source, link, sign ? other : null);
            link = forged.link();
        }
        return "forged " + position + (sign ? " with another key" : "");
    }

    private SealedChunk forge(SealedChunk chunk, DatabaseSource source, byte[] link, @Nullable SigningKey key)
            throws SQLException {
        List<byte[]> leaves = new ArrayList<>();
        for (StoredEntry entry : source.entries(chunk)) {
            byte[] leaf = CanonicalRecord.leaf(Objects.requireNonNull(entry.record()));
            leaves.add(leaf);
            update("UPDATE archive_entry SET leaf = ? WHERE position = ?", entry.position(), leaf);
        }
        ChunkHeader was = chunk.header();
        ChunkHeader header = new ChunkHeader(
                was.number(),
                was.form(),
                was.firstPosition(),
                was.records(),
                was.sealedAt(),
                MerkleTree.root(leaves),
                link);
        SealedChunk forged = key == null
                ? new SealedChunk(header, header.hash(), chunk.keyId(), chunk.signature())
                : SealedChunk.seal(header, key);
        update("UPDATE archive_chunk SET root = ? WHERE chunk_number = ?", was.number(), header.root());
        update("UPDATE archive_chunk SET previous = ? WHERE chunk_number = ?", was.number(), header.previous());
        update("UPDATE archive_chunk SET hash = ? WHERE chunk_number = ?", was.number(), forged.hash());
        update("UPDATE archive_chunk SET signature = ? WHERE chunk_number = ?", was.number(), forged.signature());
        return forged;
    }

    private void update(String statement, long number, byte[] value) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            update.setBytes(1, value);
            update.setLong(2, number);
            update.executeUpdate();
        }
    }
}
