package org.persistentchat.archive.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.persistentchat.archive.ArrivalTable;
import org.persistentchat.archive.proof.CanonicalRecord;
import org.persistentchat.archive.proof.Checkpoint;
import org.persistentchat.archive.proof.ChunkHeader;
import org.persistentchat.archive.proof.MerkleTree;
import org.persistentchat.archive.proof.SealedChunk;
import org.persistentchat.archive.proof.SigningKey;

/**
 * Closes chunks. Sealers of several servers wait for each other at the row of the head; should that fail, the keys of the tables refuse
 * the second.
 */
public final class Sealer {

    /** About as many records has a chunk at most. */
    static final int CHUNK_RECORDS = 10_000;

    private final DataSource database;
    private final SigningKey key;
    private final InstantSource clock;

    public Sealer(DataSource database, SigningKey key, InstantSource clock) {
        this.database = database;
        this.key = key;
        this.clock = clock;
    }

    /**
     * A chunk was closed.
     *
     * @param records how many it has
     * @param checkpoint the end of the chain now
     */
    public record Sealed(int records, Checkpoint checkpoint) {}

    /** Closes the next chunk, or says that nothing waits. */
    public Optional<Sealed> seal() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!Arrivals.waiting(connection)) {
                return Optional.empty();
            }
            connection.setAutoCommit(false);
            try {
                return seal(connection);
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private Optional<Sealed> seal(Connection connection) throws SQLException {
        ArchiveHead head = ArchiveHead.lock(connection);
        Arrivals arrivals = Arrivals.oldest(connection, CHUNK_RECORDS);
        List<ArrivalTable.Leaf> leaves = arrivals.leaves();
        if (leaves.isEmpty()) { // another sealer was faster
            connection.rollback();
            return Optional.empty();
        }
        SealedChunk chunk = close(connection, head, leaves, key, clock);
        arrivals.remove(connection);
        connection.commit();
        return Optional.of(new Sealed(leaves.size(), Checkpoint.of(head.archive(), chunk)));
    }

    /** Closes a chunk behind {@code head}, which the transaction has locked. */
    static SealedChunk close(
            Connection connection,
            ArchiveHead head,
            List<ArrivalTable.Leaf> leaves,
            SigningKey key,
            InstantSource clock)
            throws SQLException {
        ChunkHeader header = new ChunkHeader(
                head.lastChunk() + 1,
                CanonicalRecord.FORM,
                head.lastPosition() + 1,
                leaves.size(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                MerkleTree.root(leaves.stream().map(ArrivalTable.Leaf::hash).toList()),
                head.link());
        SealedChunk chunk = SealedChunk.seal(header, key);
        ChunkTable.insert(connection, chunk, leaves);
        head.advance(connection, chunk);
        return chunk;
    }
}
