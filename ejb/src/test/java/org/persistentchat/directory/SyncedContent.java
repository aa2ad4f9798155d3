package org.persistentchat.directory;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.database.OneTransaction;
import org.persistentchat.identity.Person;

/** A content database that a directory is read into, by as many servers as a test wants. */
final class SyncedContent implements ImportTransactions {
    final InMemoryContent content = new InMemoryContent();

    /** What other servers are told, as {@code KIND id}. */
    final Set<String> changes = new ConcurrentSkipListSet<>();

    /** Where these groups keep somebody out. */
    final Set<Long> denying = new TreeSet<>();

    @Override
    public void inOne(Work work) throws SQLException, DirectoryException {
        List<String> recorded = new ArrayList<>();
        try (OneTransaction transaction = new OneTransaction(content.dataSource())) {
            boolean done = false;
            try {
                work.run(transaction.dataSource(), (kind, subjects) -> record(recorded, kind, subjects));
                transaction.commit();
                done = true;
            } finally {
                if (!done) {
                    transaction.rollback();
                }
            }
        }
        changes.addAll(recorded);
    }

    private static void record(List<String> recorded, ChangeKind kind, Collection<Long> subjects) {
        subjects.forEach(subject -> recorded.add(kind + " " + subject));
    }

    /** One server's reading of a directory. */
    DirectorySync sync(OuterDirectory directory, int server) {
        return new DirectorySync(
                directory,
                content.dataSource(),
                this,
                new Removal.GroupUses() {
                    @Override
                    public Collection<Long> above(long group) {
                        return List.of(group);
                    }

                    @Override
                    public List<String> denying(Collection<Long> principals) {
                        return principals.stream().anyMatch(denying::contains) ? List.of("category Wall") : List.of();
                    }

                    @Override
                    public List<String> forget(Person by, Collection<Long> principals) {
                        return List.of();
                    }
                },
                server);
    }

    RunStatus status() throws SQLException {
        try (var connection = content.dataSource().getConnection()) {
            return RunRow.status(connection, java.time.Instant.now());
        }
    }

    long person(String account) {
        return one("SELECT person_id FROM person WHERE account = ?", account);
    }

    long group(String name) {
        return one("SELECT group_id FROM principal_group WHERE name = ?", name);
    }

    private long one(String query, String name) {
        List<Long> found = content.numbers(query, name);
        if (found.size() != 1) {
            throw new AssertionError(name + " is there " + found.size() + " times");
        }
        return found.get(0);
    }

    boolean isActive(String account) {
        return content.numbers("SELECT active FROM person WHERE account = ?", account)
                .equals(List.of(1L));
    }

    List<Long> groupsOf(long member) {
        return content.numbers("SELECT group_id FROM group_member WHERE member_id = ?", member);
    }
}
