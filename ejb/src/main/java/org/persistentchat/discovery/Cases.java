package org.persistentchat.discovery;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.identity.Role;
import org.persistentchat.recording.OfficerActs;
import org.persistentchat.recording.OfficerRights;

/** Cases of compliance officers. Only members see one, and only while they are compliance officers; to everybody else it is not there. */
@ApplicationScoped
public class Cases {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    PersonDirectory people;

    @Inject
    OfficerActs acts;

    private final Clock clock = Clock.systemUTC();

    /** The newest 1,000 of which {@code by} is a member, without their members; the look is recorded. */
    @Transactional
    public List<Case> list(Person by) {
        acts.reads(by, "cases");
        try (Connection connection = dataSource.getConnection()) {
            return new CaseTable(connection).of(by.id());
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /** One case; the look is recorded. */
    @Transactional
    public Case get(Person by, CaseId id) {
        acts.reads(by, AuditState.of("read", "case").and("case", id.text()));
        return find(by, id);
    }

    /** The case, for a member; not recorded. */
    Case find(Person by, CaseId id) {
        OfficerRights.check(by);
        try (Connection connection = dataSource.getConnection()) {
            CaseTable table = new CaseTable(connection);
            return table.withMembers(table.find(id, by.id()).orElseThrow(CaseRules::notFound));
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /** A new case; whoever makes it is a member. */
    @Transactional
    public Case create(Person by, String name, String description, List<String> members) {
        OfficerRights.check(by);
        CaseRules.checkName(name);
        CaseRules.checkDescription(description);
        Set<PersonId> all = new HashSet<>(officers(members));
        all.add(by.id());
        Case fresh = new Case(
                CaseId.random(),
                name,
                description,
                all,
                false,
                0,
                0,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try (Connection connection = dataSource.getConnection()) {
            new CaseTable(connection).insert(fresh, by.id());
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
        acts.does(by, new AuditAct("case.create", subject(fresh), AuditState.NONE, state(fresh)));
        return fresh;
    }

    /**
     * Changes a case.
     *
     * @param version that the officer has seen, -1 for any
     */
    @Transactional
    public Case change(Person by, CaseId id, int version, CaseChange change) {
        Case before = find(by, id);
        if (version >= 0 && version != before.version()) {
            throw CaseRules.stale();
        }
        Case after = changed(before, change);
        CaseRules.checkName(after.name());
        CaseRules.checkDescription(after.description());
        try (Connection connection = dataSource.getConnection()) {
            if (!new CaseTable(connection).update(after)) {
                throw CaseRules.stale();
            }
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
        acts.does(by, new AuditAct("case.change", subject(after), state(before), state(after)));
        return new Case(
                after.id(),
                after.name(),
                after.description(),
                after.members(),
                after.closed(),
                after.version() + 1,
                after.records(),
                after.createdAt());
    }

    private Case changed(Case before, CaseChange change) {
        Set<PersonId> members = change.members() == null ? before.members() : officers(change.members());
        if (members.isEmpty()) {
            throw new ChatException(ErrorCode.CASE_MEMBER_INVALID, "A case has at least one member.");
        }
        return new Case(
                before.id(),
                change.name() == null ? before.name() : change.name(),
                change.description() == null ? before.description() : change.description(),
                members,
                change.closed() == null ? before.closed() : change.closed(),
                before.version(),
                before.records(),
                before.createdAt());
    }

    /** Those of accounts, who are compliance officers now. */
    private Set<PersonId> officers(Collection<String> accounts) {
        if (accounts.size() > CaseRules.MOST_MEMBERS) {
            throw CaseRules.tooLarge("members", CaseRules.MOST_MEMBERS);
        }
        Set<PersonId> officers = new HashSet<>();
        for (String account : accounts) {
            officers.add(people.byAccount(account)
                    .filter(person -> person.active() && person.is(Role.COMPLIANCE_OFFICER))
                    .map(Person::id)
                    .orElseThrow(() -> new ChatException(
                            ErrorCode.CASE_MEMBER_INVALID, "No compliance officer is known as " + account + ".")));
        }
        return officers;
    }

    /** Accounts of the members, sorted. */
    public List<String> accounts(Case of) {
        return people.byIds(of.members()).values().stream()
                .map(Person::account)
                .sorted()
                .toList();
    }

    static AuditSubject subject(Case of) {
        return AuditSubject.of("case", of.id().value(), of.name());
    }

    private AuditState state(Case of) {
        return AuditState.of("name", of.name())
                .and("description", of.description())
                .and("members", accounts(of))
                .and("closed", of.closed());
    }
}
