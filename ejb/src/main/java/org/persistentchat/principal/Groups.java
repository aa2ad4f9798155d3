package org.persistentchat.principal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditState;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.change.ChangeLog;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.OpaqueId;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Source;

/**
 * Administers groups and units that belong to the product. What comes from an outer directory is shown, and cannot be changed here. A group is locked by whoever
 * changes it or its members; that groups do not contain each other is checked against the database, one such act after the other.
 */
@ApplicationScoped
public class Groups {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    PrincipalNames names;

    @Inject
    AuditLog audit;

    @Inject
    ChangeLog changes;

    @Inject
    @Any
    Instance<PrincipalUses> uses;

    private final Clock clock = Clock.systemUTC();
    private GroupRows rows;
    private MemberRows members;

    @PostConstruct
    void prepare() {
        rows = new GroupRows(dataSource);
        members = new MemberRows(dataSource);
    }

    /** A statement or several of the database. */
    @FunctionalInterface
    private interface Statements<T> {
        T run() throws SQLException;
    }

    private static <T> T sql(Statements<T> statements) {
        try {
            return statements.run();
        } catch (SQLException failure) {
            if (SqlErrors.isConstraintViolation(failure)) {
                throw GroupRules.taken(); // names are the only constraint that correct statements can meet
            }
            throw SqlErrors.unavailable(failure);
        }
    }

    /** A page of groups. */
    public GroupPage find(Person by, GroupQuery query) {
        GroupRules.checkAdministrator(by);
        List<GroupDetails> found = sql(() -> rows.page(query, query.limit() + 1));
        if (found.size() <= query.limit()) {
            return new GroupPage(found, java.util.Optional.empty());
        }
        GroupDetails last = found.get(query.limit() - 1);
        return new GroupPage(
                found.subList(0, query.limit()),
                java.util.Optional.of(GroupPlace.of(last.group()).text()));
    }

    /** The group. */
    public GroupDetails read(Person by, Principal id) {
        GroupRules.checkAdministrator(by);
        return sql(() -> rows.find(id.value())).orElseThrow(GroupRules::notFound);
    }

    /** A page of the members of a group. */
    public MemberPage members(Person by, Principal id, long after, int limit) {
        read(by, id);
        List<Long> found = sql(() -> members.page(id.value(), after, limit + 1));
        boolean more = found.size() > limit;
        List<Long> page = more ? found.subList(0, limit) : found;
        return new MemberPage(
                names.members(page),
                more ? java.util.Optional.of(OpaqueId.encode(page.get(limit - 1))) : java.util.Optional.empty());
    }

    /** Creates a group with its members. */
    @Transactional
    public GroupDetails create(Person by, NewGroup wanted) {
        GroupRules.checkAdministrator(by);
        GroupRules.checkName(wanted.kind(), wanted.name());
        GroupRules.checkDescription(wanted.description());
        GroupRules.checkAmount(wanted.members().size());
        PrincipalSet first = names.resolve(wanted.members());
        Instant now = now();
        Group group = new Group(new Principal(OpaqueId.random()), wanted.kind(), wanted.name());
        GroupDetails created = new GroupDetails(group, wanted.description(), Source.LOCAL, first.size(), now, now, 0);
        sql(() -> {
            rows.insert(created);
            members.add(group.principal().value(), list(first));
            return created;
        });
        changes.record(ChangeKind.GROUP, group.principal().value());
        changes.record(ChangeKind.MEMBERSHIP, list(first));
        AuditState state = GroupActs.state(created).and("members", names.names(first));
        audit.record(by, AuditAct.created("group.create", GroupActs.subject(group), state));
        return created;
    }

    /**
     * Renames or describes a group.
     *
     * @param version what the caller has seen; negative: whatever it is
     */
    @Transactional
    public GroupDetails change(Person by, Principal id, long version, GroupChange wanted) {
        GroupDetails before = locked(by, id, version);
        GroupRules.checkLocal(before);
        String name = wanted.name() == null ? before.group().name() : wanted.name();
        String description = wanted.description() == null ? before.description() : wanted.description();
        GroupRules.checkName(before.group().kind(), name);
        GroupRules.checkDescription(description);
        GroupDetails after = sql(() -> {
                    rows.rename(id.value(), name, description);
                    return rows.find(id.value());
                })
                .orElseThrow(GroupRules::notFound);
        changes.record(ChangeKind.GROUP, id.value());
        audit.record(
                by,
                new AuditAct(
                        "group.change",
                        GroupActs.subject(before.group()),
                        GroupActs.state(before),
                        GroupActs.state(after)));
        return after;
    }

    /** Adds and removes members, by name. Members that are already there, or are not there, do not matter. */
    @Transactional
    public MembersChanged changeMembers(Person by, Principal id, Collection<String> add, Collection<String> remove) {
        GroupRules.checkAdministrator(by);
        GroupRules.checkAmount(add.size() + remove.size());
        PrincipalSet added = names.resolve(add);
        PrincipalSet removed = names.resolve(remove);
        boolean nests = names.anyGroup(added);
        GroupDetails group = sql(() -> nests ? guarded(id) : touched(id));
        GroupRules.checkLocal(group);
        if (nests) {
            GroupRules.checkCycle(sql(() -> members.above(id.value())), added);
        }
        return sql(() -> {
                    Set<Long> there = members.among(id.value(), list(added));
                    List<Long> come = list(added).stream()
                            .filter(member -> !there.contains(member))
                            .toList();
                    Set<Long> go = members.among(id.value(), list(removed));
                    go.removeIf(added.ids().boxed().collect(java.util.stream.Collectors.toSet())::contains);
                    members.add(id.value(), come);
                    members.remove(id.value(), go);
                    return new Difference(come, go);
                })
                .recorded(by, group);
    }

    /** Who came and who went. */
    private final class Difference {
        private final Collection<Long> come;
        private final Collection<Long> go;

        Difference(Collection<Long> come, Collection<Long> go) {
            this.come = come;
            this.go = go;
        }

        MembersChanged recorded(Person by, GroupDetails group) {
            Set<Long> all = new HashSet<>(come);
            all.addAll(go);
            if (!all.isEmpty()) {
                changes.record(ChangeKind.MEMBERSHIP, all);
                audit.record(
                        by,
                        new AuditAct(
                                "group.members",
                                GroupActs.subject(group.group()),
                                AuditState.of("removed", named(go)),
                                AuditState.of("added", named(come))));
            }
            return new MembersChanged(come.size(), go.size());
        }

        private List<String> named(Collection<Long> ids) {
            return names.names(
                    PrincipalSet.ofIds(ids.stream().mapToLong(id -> id).toArray()));
        }
    }

    /**
     * Deletes a group, and every entry that names it. Refused with {@link ErrorCode#GROUP_DENIES} if somebody is kept out of a category by the group or by one
     * that it lies in: without it they would get in.
     *
     * @param version what the caller has seen; negative: whatever it is
     * @param force let them in
     */
    @Transactional
    public void delete(Person by, Principal id, long version, boolean force) {
        GroupRules.checkAdministrator(by);
        GroupDetails group = sql(() -> guarded(id));
        checkVersion(group, version);
        if (group.source() != Source.LOCAL && sql(() -> rows.isOwnedOutside(id.value()))) {
            throw GroupRules.ownedOutside();
        }
        if (!force) {
            checkNobodyGetsIn(sql(() -> members.above(id.value())));
        }
        List<Long> inside = sql(() -> members.all(id.value()));
        List<String> entries = new ArrayList<>();
        uses.forEach(use -> entries.addAll(use.forget(by, List.of(id.value()))));
        sql(() -> {
            members.clear(id.value());
            rows.delete(id.value());
            return id;
        });
        changes.record(ChangeKind.GROUP, id.value());
        changes.record(ChangeKind.MEMBERSHIP, inside);
        changes.record(ChangeKind.MEMBERSHIP, id.value());
        AuditState before = GroupActs.state(group)
                .and(
                        "members",
                        names.names(PrincipalSet.ofIds(
                                inside.stream().mapToLong(member -> member).toArray())))
                .and("entries", entries);
        audit.record(by, new AuditAct("group.delete", GroupActs.subject(group.group()), before, AuditState.NONE));
    }

    private void checkNobodyGetsIn(Set<Long> groups) {
        for (PrincipalUses use : uses) {
            List<String> denying = use.denying(groups);
            if (!denying.isEmpty()) {
                throw new ChatException(
                        ErrorCode.GROUP_DENIES,
                        "The group keeps people out of " + String.join(", ", denying)
                                + "; without it they get in. With force=true it is deleted all the same.");
            }
        }
    }

    /** The group, locked and with a new version, if the caller may change it and has seen it as it was. */
    private GroupDetails locked(Person by, Principal id, long version) {
        GroupRules.checkAdministrator(by);
        GroupDetails group = sql(() -> touched(id));
        checkVersion(group, version);
        return group;
    }

    /** The version was raised when the group was locked. */
    private static void checkVersion(GroupDetails locked, long version) {
        if (version >= 0 && locked.version() - 1 != version) {
            throw GroupRules.stale();
        }
    }

    private GroupDetails guarded(Principal id) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            PrincipalGuard.pass(connection);
        }
        return touched(id);
    }

    private GroupDetails touched(Principal id) throws SQLException {
        if (!rows.touch(id.value(), now())) {
            throw GroupRules.notFound();
        }
        return rows.find(id.value()).orElseThrow(GroupRules::notFound);
    }

    private static List<Long> list(PrincipalSet principals) {
        return principals.ids().boxed().toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
