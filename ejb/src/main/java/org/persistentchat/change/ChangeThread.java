package org.persistentchat.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Follows the changes of the pool: at once when somebody asks, otherwise twice a second. Never interrupted while it reads: H2 closes
 * its file for everyone when a thread is interrupted in it.
 */
final class ChangeThread implements Runnable {
    private static final long POLL_MILLIS = 500;
    private static final Duration REMEMBERED = Duration.ofDays(7);
    private static final Duration FORGETS_EVERY = Duration.ofHours(1);

    private final DataSource dataSource;
    private final List<ChangeFollower> followers;
    private final Lock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private final Condition moved = lock.newCondition();
    private boolean look;
    private volatile boolean stopped;
    private volatile long followed;
    private Instant forgotten = Instant.EPOCH;

    ChangeThread(DataSource dataSource, List<ChangeFollower> followers) {
        this.dataSource = dataSource;
        this.followers = followers;
    }

    long followed() {
        return followed;
    }

    /** Reads everything; what is committed while it is read comes again as changes. */
    void load() {
        long head;
        try (Connection connection = dataSource.getConnection()) {
            head = ChangeTable.head(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("Changes cannot be read", failure);
        }
        followers.forEach(ChangeFollower::reload);
        followers.forEach(ChangeFollower::actOnAll);
        arriveAt(head);
    }

    void look() {
        lock.lock();
        try {
            look = true;
            asked.signal();
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        stopped = true;
        look();
    }

    /** False if {@code number} was not followed in {@code millis}. */
    boolean await(long number, long millis) throws InterruptedException {
        if (followed >= number) {
            return true;
        }
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lockInterruptibly();
        try {
            look = true;
            asked.signal();
            while (followed < number && left > 0 && !stopped) {
                left = moved.awaitNanos(left);
            }
            return followed >= number;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                pause();
                followOnce();
            } catch (InterruptedException stopping) {
                return;
            } catch (SQLException away) {
                ChangesLog.LOG.notRead(followed, away);
            } catch (RuntimeException defect) {
                // the same changes come again with the next round
                ChangesLog.LOG.notFollowed(followed, defect);
            }
        }
    }

    private void pause() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);
            while (!look && left > 0) {
                left = asked.awaitNanos(left);
            }
            look = false;
        } finally {
            lock.unlock();
        }
    }

    private void followOnce() throws SQLException {
        List<Change> changes;
        boolean missed;
        try (Connection connection = dataSource.getConnection()) {
            long head = ChangeTable.head(connection);
            changes = ChangeTable.since(connection, followed);
            // numbers are dense: if the next one is not there, it has been forgotten
            missed = changes.isEmpty() ? head > followed : changes.get(0).number() > followed + 1;
            forgetNowAndThen(connection);
        }
        if (missed) {
            ChangesLog.LOG.missed(followed);
            load();
        } else if (!changes.isEmpty()) {
            followers.forEach(follower -> follower.follow(changes));
            followers.forEach(follower -> follower.act(changes));
            arriveAt(changes.get(changes.size() - 1).number());
            look(); // there may be more than one reading brings
        }
    }

    private void arriveAt(long number) {
        lock.lock();
        try {
            followed = number;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void forgetNowAndThen(Connection connection) throws SQLException {
        Instant now = Instant.now();
        if (forgotten.plus(FORGETS_EVERY).isBefore(now)) {
            forgotten = now;
            ChangeTable.forget(connection, now.minus(REMEMBERED));
        }
    }
}
