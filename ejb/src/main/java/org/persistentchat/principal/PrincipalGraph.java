package org.persistentchat.principal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.persistentchat.change.Change;
import org.persistentchat.change.ChangeFollower;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.id.FoldedName;
import org.persistentchat.identity.PersonId;

/** Groups and units, and who belongs to them, in memory; current as of the change that this server has followed. */
@ApplicationScoped
public class PrincipalGraph implements ChangeFollower {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    private final GroupGraph graph = new GroupGraph();
    private final Map<Principal, Group> groups = new ConcurrentHashMap<>();
    private final Map<String, Group> byLabel = new ConcurrentHashMap<>();

    /** All that a person is and belongs to. */
    public Memberships memberships(PersonId person) {
        return graph.of(person.value());
    }

    /** All that a principal is and belongs to, for instance the groups that a group lies in. */
    public Memberships memberships(Principal principal) {
        return graph.of(principal.value());
    }

    public Optional<Group> group(Principal principal) {
        return Optional.ofNullable(groups.get(principal));
    }

    /** The group that is called so, in any case of its letters. */
    public Optional<Group> group(GroupKind kind, String name) {
        return Optional.ofNullable(byLabel.get(label(kind, name)));
    }

    private static String label(GroupKind kind, String name) {
        return kind.prefix() + FoldedName.of(name);
    }

    @Override
    public void reload() {
        PrincipalTable table = new PrincipalTable(dataSource);
        try {
            List<Group> all = table.groups();
            groups.clear();
            byLabel.clear();
            all.forEach(this::keep);
            graph.clear();
            table.memberships().forEach(graph::put);
            graph.changed();
        } catch (SQLException failure) {
            throw new IllegalStateException("Groups cannot be read", failure);
        }
    }

    @Override
    public void follow(List<Change> changes) {
        Set<Long> changedGroups = subjects(changes, ChangeKind.GROUP);
        Set<Long> members = subjects(changes, ChangeKind.MEMBERSHIP);
        if (changedGroups.isEmpty() && members.isEmpty()) {
            return;
        }
        PrincipalTable table = new PrincipalTable(dataSource);
        try {
            replace(changedGroups, table.groups(changedGroups));
            Map<Long, long[]> now = new HashMap<>(table.memberships(members));
            members.forEach(member -> graph.put(member, now.getOrDefault(member, new long[0])));
            graph.changed();
        } catch (SQLException failure) {
            throw new IllegalStateException("Groups cannot be read", failure);
        }
    }

    private static Set<Long> subjects(List<Change> changes, ChangeKind kind) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .map(Change::subject)
                .collect(Collectors.toSet());
    }

    private void replace(Collection<Long> changed, List<Group> now) {
        for (long id : changed) {
            Group old = groups.remove(new Principal(id));
            if (old != null) {
                byLabel.remove(label(old.kind(), old.name()), old);
            }
        }
        now.forEach(this::keep);
    }

    private void keep(Group group) {
        groups.put(group.principal(), group);
        byLabel.put(label(group.kind(), group.name()), group);
    }
}
