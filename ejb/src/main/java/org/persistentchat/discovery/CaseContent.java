package org.persistentchat.discovery;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.audit.AuditState;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.OpaqueId;
import org.persistentchat.identity.Person;
import org.persistentchat.recording.OfficerActs;

/** The searches and records of a case in the content database: the part of a transaction of its own. Asks the archive nothing. */
@ApplicationScoped
public class CaseContent {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    Cases cases;

    @Inject
    OfficerActs acts;

    private final Clock clock = Clock.systemUTC();

    /** The searches of a case; the look is recorded. */
    @Transactional
    public List<SavedSearch> searches(Person by, CaseId id) {
        acts.reads(by, AuditState.of("read", "case-searches").and("case", id.text()));
        return searchesOf(cases.find(by, id));
    }

    List<SavedSearch> searchesOf(Case found) {
        try (Connection connection = dataSource.getConnection()) {
            return new SearchTable(connection).of(found.id());
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /** Saves a search with an open case. */
    @Transactional
    public SavedSearch save(Person by, CaseId id, String name, ArchiveQuery query) {
        Case found = cases.find(by, id);
        CaseRules.checkName(name);
        SavedSearch search = new SavedSearch(OpaqueId.random(), name, query, now());
        try (Connection connection = dataSource.getConnection()) {
            lock(connection, id);
            SearchTable table = new SearchTable(connection);
            if (table.of(id).size() >= CaseRules.MOST_SEARCHES) {
                throw CaseRules.tooLarge("searches", CaseRules.MOST_SEARCHES);
            }
            table.insert(id, search, by.id());
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
        acts.does(by, "case.search.save", Cases.subject(found), query.tell(AuditState.of("search", name)));
        return search;
    }

    /** Removes a search from an open case. */
    @Transactional
    public void removeSearch(Person by, CaseId id, long search) {
        Case found = cases.find(by, id);
        try (Connection connection = dataSource.getConnection()) {
            lock(connection, id);
            if (!new SearchTable(connection).delete(id, search)) {
                throw noSearch();
            }
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
        AuditState state = AuditState.of("search", OpaqueId.encode(search));
        acts.does(by, "case.search.remove", Cases.subject(found), state);
    }

    static ChatException noSearch() {
        return new ChatException(ErrorCode.CASE_SEARCH_NOT_FOUND, "The case has no such search.");
    }

    /**
     * Adds positions of the archive to an open case.
     *
     * @param why what led to them, for audit and compliance
     * @return how many it did not have, and how many it has now
     */
    @Transactional
    public Added add(Person by, CaseId id, Collection<Long> positions, AuditState why) {
        Case found = cases.find(by, id);
        int added;
        try (Connection connection = dataSource.getConnection()) {
            lock(connection, id);
            added = new PickTable(connection).add(id, positions, by.id(), now());
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
        int records = cases.find(by, id).records();
        if (records > CaseRules.MOST_RECORDS) {
            throw CaseRules.tooLarge("records", CaseRules.MOST_RECORDS);
        }
        acts.does(by, "case.records.add", Cases.subject(found), why.and("added", added));
        return new Added(added, records);
    }

    /** What came of adding: how many records the case did not have, and how many it has now. */
    public record Added(int added, int records) {}

    /** Takes a record out of an open case; the archive keeps it. */
    @Transactional
    public void remove(Person by, CaseId id, long position) {
        Case found = cases.find(by, id);
        try (Connection connection = dataSource.getConnection()) {
            lock(connection, id);
            if (!new PickTable(connection).remove(id, position)) {
                throw noRecord();
            }
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
        acts.does(by, "case.records.remove", Cases.subject(found), AuditState.of("position", position));
    }

    static ChatException noRecord() {
        return new ChatException(ErrorCode.CASE_RECORD_NOT_FOUND, "There is no such record.");
    }

    /** Positions of a case behind one, in their order. */
    List<Long> positions(CaseId id, long after, int limit) {
        try (Connection connection = dataSource.getConnection()) {
            return new PickTable(connection).page(id, after, limit);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    private static void lock(Connection connection, CaseId id) throws SQLException {
        if (!new PickTable(connection).lock(id)) {
            throw CaseRules.closed();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
