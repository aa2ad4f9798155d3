package org.persistentchat.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.identity.PersonId;

/** Cases, their searches and records in the real tables. */
class CaseTablesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final PersonId ANA = new PersonId(1);
    private static final PersonId BEA = new PersonId(2);
    private static final PersonId CY = new PersonId(3);

    private final Connection connection = new InMemoryContent().dataSource().getConnection();
    private final CaseTable cases = new CaseTable(connection);
    private final PickTable picks = new PickTable(connection);
    private final SearchTable searches = new SearchTable(connection);
    private final Case leak = leak(Set.of(ANA, BEA), false, 0);

    CaseTablesTest() throws SQLException {}

    private static Case leak(Set<PersonId> members, boolean closed, int version) {
        return new Case(new CaseId(7), "The leak", "who & what", members, closed, version, 0, NOON);
    }

    @BeforeEach
    void insert() throws SQLException {
        cases.insert(leak, ANA);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aCaseIsThereForItsMembersOnly() throws SQLException {
        assertThat(cases.withMembers(cases.find(leak.id(), BEA).orElseThrow())).isEqualTo(leak);
        assertThat(cases.find(leak.id(), CY)).isEmpty();
        assertThat(cases.of(ANA)).extracting(Case::id).containsExactly(leak.id());
        assertThat(cases.of(CY)).isEmpty();
    }

    @Test
    void aChangeNeedsTheVersionThatWasSeen() throws SQLException {
        assertThat(cases.update(leak(Set.of(CY), false, 0))).isTrue();
        assertThat(cases.update(leak(Set.of(ANA), false, 0))).isFalse();
        assertThat(cases.find(leak.id(), ANA)).isEmpty();
        assertThat(cases.find(leak.id(), CY).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void aRecordIsPickedOnceAndCounted() throws SQLException {
        assertThat(picks.add(leak.id(), List.of(5L, 3L), ANA, NOON)).isEqualTo(2);
        assertThat(picks.add(leak.id(), List.of(3L, 9L, 9L), BEA, NOON)).isEqualTo(1);
        assertThat(picks.page(leak.id(), 0, 2)).containsExactly(3L, 5L);
        assertThat(picks.page(leak.id(), 5, 2)).containsExactly(9L);
        assertThat(picks.remove(leak.id(), 5)).isTrue();
        assertThat(picks.remove(leak.id(), 5)).isFalse();
        assertThat(cases.find(leak.id(), ANA).orElseThrow().records()).isEqualTo(2);
    }

    @Test
    void aClosedCaseIsNotLocked() throws SQLException {
        assertThat(picks.lock(leak.id())).isTrue();
        cases.update(leak(Set.of(ANA), true, 0));
        assertThat(picks.lock(leak.id())).isFalse();
    }

    @Test
    void aSearchIsReadAsItWasSaved() throws SQLException {
        ArchiveQuery query = new ArchiveQuery(
                Optional.of("ana@example.org"),
                true,
                List.of("k3v9x", "Operations"),
                Optional.of("General"),
                Set.of("POST", "EDIT"),
                Optional.of(NOON),
                Optional.of(NOON.plusMillis(1)),
                "\u00fcber e-mail");
        SavedSearch whole = new SavedSearch(11, "mails", query, NOON);
        SavedSearch everything = new SavedSearch(12, "all", ArchiveQuery.EVERYTHING, NOON.plusSeconds(1));
        searches.insert(leak.id(), whole, ANA);
        searches.insert(leak.id(), everything, ANA);
        assertThat(searches.of(leak.id())).containsExactly(whole, everything);
        assertThat(searches.delete(leak.id(), 11)).isTrue();
        assertThat(searches.delete(leak.id(), 11)).isFalse();
        assertThat(searches.of(leak.id())).containsExactly(everything);
    }
}
