package org.persistentchat.archive;

import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What the archive does again and again while the application runs. A round that fails is tried again, and so is one that comes before the database is ready. */
public abstract class ArchiveRound implements Runnable {

    private final ArchiveDatabase database;
    private int failuresInARow;

    protected ArchiveRound(ArchiveDatabase database) {
        this.database = database;
    }

    @Override
    public final void run() {
        try {
            work(database.ready());
            failuresInARow = 0;
        } catch (ArchiveException notReady) {
            ArchiveLog.LOG.debug("Not ready yet", notReady);
        } catch (SQLException | IOException | RuntimeException failure) {
            if (!database.hasEnded()) {
                failed(failure, ++failuresInARow);
            }
        }
    }

    /** One round. */
    protected abstract void work(DataSource archive) throws SQLException, IOException;

    /**
     * A round has failed, and not because the database has ended with the server.
     *
     * @param inARow how many have failed since the last that succeeded: 1 or more
     */
    protected abstract void failed(Exception failure, int inARow);
}
