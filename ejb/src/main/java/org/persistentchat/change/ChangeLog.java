package org.persistentchat.change;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where an administrative transaction says what it changes. The change is numbered and stored with the transaction; when the call that
 * began the transaction returns, this server has followed it, and every other server will within a second, or before it delivers
 * anything that was committed later.
 */
@ApplicationScoped
public class ChangeLog {
    private static final Object RECORDING = new Object();

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    ChangeFeed feed;

    @Inject
    Instance<ChangeWatcher> watchers;

    private final Clock clock = Clock.systemUTC();

    /** Records one change; must be called in a transaction. */
    public void record(ChangeKind kind, long subject) {
        record(kind, List.of(subject));
    }

    /** Records changes of one kind; must be called in a transaction. */
    public void record(ChangeKind kind, Collection<Long> subjects) {
        @Nullable Recording recording = (Recording) transactions.getResource(RECORDING);
        if (recording == null) {
            recording = new Recording();
            transactions.putResource(RECORDING, recording);
            transactions.registerInterposedSynchronization(recording);
        }
        for (long subject : subjects) {
            recording.subjects.add(new ChangeTable.Subject(kind, subject));
        }
    }

    /** What one transaction changes. The number is taken at its very end: until the commit nobody else can take one. */
    private final class Recording implements Synchronization {
        private final Set<ChangeTable.Subject> subjects = ConcurrentHashMap.newKeySet();
        private long number;

        @Override
        public void beforeCompletion() {
            try (Connection connection = dataSource.getConnection()) {
                number = ChangeTable.append(connection, subjects, clock.instant());
            } catch (SQLException failure) {
                throw new IllegalStateException("The change could not be recorded", failure);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                watchers.forEach(watcher -> watcher.changed(number));
                feed.follow(number);
            } else if (status == Status.STATUS_UNKNOWN) {
                feed.look();
            }
        }
    }
}
