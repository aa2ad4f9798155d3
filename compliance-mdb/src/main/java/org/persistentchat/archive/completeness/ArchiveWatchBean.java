package org.persistentchat.archive.completeness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.persistentchat.archive.ArchiveDatabase;
import org.persistentchat.archive.ArchiveException;
import org.persistentchat.archive.api.ArchiveState;
import org.persistentchat.archive.api.ArchiveWatch;

/** Says how the archive is, from the compliance database. */
@ApplicationScoped
public class ArchiveWatchBean implements ArchiveWatch {

    @Inject
    ArchiveDatabase database;

    @Override
    public ArchiveState state() {
        try (Connection connection = database.ready().getConnection()) {
            StateTable table = new StateTable(connection);
            return new ArchiveState(true, table.seal(), table.comparison());
        } catch (SQLException | ArchiveException away) {
            CompletenessLog.LOG.debug("The archive cannot be asked", away);
            return ArchiveState.UNREACHABLE;
        }
    }
}
