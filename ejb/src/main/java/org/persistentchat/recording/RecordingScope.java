package org.persistentchat.recording;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.change.Change;
import org.persistentchat.change.ChangeFollower;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.compliance.Compliance;
import org.persistentchat.room.Room;

/** What is recorded as of now, from memory. Until this server has read what officers decided, everything is. */
@ApplicationScoped
public class RecordingScope implements ChangeFollower {

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    Compliance compliance;

    private volatile Scope scope = Scope.ALL;

    /** Whether what happens in {@code room} is recorded. */
    public boolean records(Room room) {
        return compliance.enabled() && scope.records(room.category().id());
    }

    /** Whether acts of administrators are recorded. */
    public boolean recordsActs() {
        return compliance.enabled() && scope.everything();
    }

    @Override
    public void reload() {
        try (Connection connection = dataSource.getConnection()) {
            Scope read = ScopeTable.read(connection);
            if (!read.equals(scope)) {
                RecordingLog.LOG.scope(read.everything(), read.excluded().size());
            }
            scope = read;
        } catch (SQLException failure) {
            throw new IllegalStateException("The scope of compliance cannot be read", failure);
        }
    }

    @Override
    public void follow(List<Change> changes) {
        if (changes.stream().anyMatch(change -> change.kind() == ChangeKind.CONFIGURATION)) {
            reload();
        }
    }
}
