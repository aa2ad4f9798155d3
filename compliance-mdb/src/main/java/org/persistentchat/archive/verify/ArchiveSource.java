package org.persistentchat.archive.verify;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.persistentchat.archive.proof.SealedChunk;

/** An archive as it is found, read once, in order. */
public interface ArchiveSource extends AutoCloseable {

    /** Its identity, which the first chunk is linked to. */
    Optional<UUID> archive() throws SQLException, IOException;

    /** The next chunk, or the end. */
    Optional<SealedChunk> nextChunk() throws SQLException, IOException;

    /** The entries of that chunk, as they are found. */
    List<StoredEntry> entries(SealedChunk chunk) throws SQLException, IOException;

    /**
     * What is there beside the chunks and should not be; to be asked at the end.
     *
     * @param absent entries whose record was not there
     */
    List<Finding> leftOver(long absent) throws SQLException, IOException;

    /** Records that are stored and wait to be sealed. */
    long unsealed();

    @Override
    void close() throws SQLException, IOException;
}
