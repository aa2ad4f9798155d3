package org.persistentchat.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.persistentchat.archive.reading.ArchiveReader;
import org.persistentchat.archive.reading.ArchivedEntry;
import org.persistentchat.archive.reading.JdbcArchiveReader;

/** Reads the server's compliance database, once it is ready; before that every call fails with an {@code ArchiveException}. */
@ApplicationScoped
public class ArchiveReaderBean implements ArchiveReader {

    @Inject
    ArchiveDatabase database;

    @Override
    public long sealedThrough() throws SQLException {
        return new JdbcArchiveReader(database.ready()).sealedThrough();
    }

    @Override
    public List<ArchivedEntry> read(long after, long through, int limit) throws SQLException {
        return new JdbcArchiveReader(database.ready()).read(after, through, limit);
    }

    @Override
    public long entries(long after, long through) throws SQLException {
        return new JdbcArchiveReader(database.ready()).entries(after, through);
    }
}
