package org.persistentchat.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditLogs;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.database.OneTransaction;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.identity.Role;
import org.persistentchat.identity.SamplePeople;

/** An act that was committed has exactly one entry, which is found by who, what, about what and when. */
class AuditTrailTest {
    private static final Person ADMIN = SamplePeople.administrator();

    private final InMemoryContent content = new InMemoryContent();
    private final AuditTrail trail = new AuditTrail();

    AuditTrailTest() {
        trail.dataSource = content.dataSource();
    }

    private AuditLog log() {
        return AuditLogs.in(content.dataSource(), "192.0.2.7");
    }

    private static AuditAct create(String kind, long number, String name) {
        return AuditAct.created(kind + ".create", AuditSubject.of(kind, number, name), AuditState.of("name", name));
    }

    private List<AuditEntry> find(AuditQuery query) {
        return trail.read(ADMIN, query, Optional.empty(), 100).entries();
    }

    private static AuditQuery about(String subject) {
        return new AuditQuery(
                Optional.empty(), Optional.empty(), Optional.of(subject), Optional.empty(), Optional.empty());
    }

    private static AuditQuery action(String action) {
        return new AuditQuery(
                Optional.empty(), Optional.of(action), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static AuditQuery between(Instant from, Instant to) {
        return new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(from), Optional.of(to));
    }

    @Test
    void anActThatIsCommittedHasExactlyOneEntry() throws SQLException {
        try (OneTransaction act = new OneTransaction(content.dataSource())) {
            AuditLogs.in(act.dataSource(), "192.0.2.7").record(ADMIN, create("room", 5, "Lobby"));
            assertThat(content.numbers("SELECT COUNT(*) FROM audit_entry"))
                    .as("before the commit")
                    .containsExactly(0L);
            act.commit();
        }
        assertThat(find(AuditQuery.ALL)).singleElement().satisfies(entry -> {
            assertThat(entry.actorAccount()).isEqualTo(ADMIN.account());
            assertThat(entry.actorNumber()).isEqualTo(ADMIN.id().value());
            assertThat(entry.origin()).isEqualTo("192.0.2.7");
            assertThat(entry.action()).isEqualTo("room.create");
            assertThat(entry.subject()).isEqualTo(AuditSubject.of("room", 5, "Lobby"));
            assertThat(entry.before()).isNull();
            assertThat(entry.after()).isEqualTo("{\"name\":\"Lobby\"}");
            assertThat(entry.at())
                    .isCloseTo(
                            Instant.now(), new org.assertj.core.data.TemporalUnitWithinOffset(1, ChronoUnit.MINUTES));
        });
    }

    @Test
    void anActThatIsTakenBackLeavesNoEntry() throws SQLException {
        try (OneTransaction act = new OneTransaction(content.dataSource())) {
            AuditLogs.in(act.dataSource(), "192.0.2.7").record(ADMIN, create("room", 5, "Lobby"));
            act.rollback();
        }
        assertThat(find(AuditQuery.ALL)).isEmpty();
    }

    @Test
    void aThingIsFoundByItsNameHoweverLongThatIs() {
        String server = "chat-".repeat(51);
        AuditSubject subject = AuditSubject.named("server", server);
        log().record(ADMIN, AuditAct.created("server.change", subject, AuditState.of("duty", "active")));
        assertThat(find(about("server:" + server))).singleElement().satisfies(entry -> {
            assertThat(entry.subject().name()).isEqualTo(server);
            assertThat(server).startsWith(entry.subject().id());
        });
    }

    @Test
    void pagesGoFromTheNewestToTheOldestWithoutAGapOrARepetition() {
        log().record(
                        ADMIN,
                        IntStream.range(0, 25)
                                .mapToObj(number -> create("room", number, "Room " + number))
                                .toList());
        List<AuditEntry> all = new ArrayList<>();
        Optional<AuditCursor> after = Optional.empty();
        do {
            AuditPage page = trail.read(ADMIN, AuditQuery.ALL, after, 10);
            all.addAll(page.entries());
            after = page.next().flatMap(next -> AuditCursor.parse(next.text()));
        } while (after.isPresent());
        assertThat(all).hasSize(25).doesNotHaveDuplicates();
        assertThat(all).isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
    }

    @Test
    void entriesAreFoundByWhoWhatAndAboutWhat() {
        log().record(ADMIN, create("room", 5, "Lobby"));
        log().record(SamplePeople.ana(), create("category", 6, "Company"));
        assertThat(find(about("room"))).hasSize(1);
        assertThat(find(about("room:Lobby"))).hasSize(1);
        assertThat(find(about("room:" + AuditSubject.of("", 5, "").id()))).hasSize(1);
        assertThat(find(about("room:Company"))).isEmpty();
        assertThat(find(action("category.create"))).hasSize(1);
        assertThat(find(action("category."))).hasSize(1);
        assertThat(find(action("cat."))).isEmpty();
        AuditQuery byAna = new AuditQuery(
                Optional.of("ANA"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(find(byAna)).singleElement().extracting(AuditEntry::action).isEqualTo("category.create");
    }

    @Test
    void entriesAreFoundByTime() {
        log().record(ADMIN, create("room", 5, "Lobby"));
        Instant at = find(AuditQuery.ALL).get(0).at();
        assertThat(find(between(at, at.plusMillis(1)))).hasSize(1);
        assertThat(find(between(at.minusMillis(1), at))).isEmpty();
        assertThat(find(between(at.plusMillis(1), at.plusSeconds(1)))).isEmpty();
    }

    @Test
    void administratorsAndComplianceOfficersReadAndNobodyElse() {
        Person officer = new Person(new PersonId(9), "olga", "Olga", null, true, true, Set.of(Role.COMPLIANCE_OFFICER));
        assertThat(trail.read(officer, AuditQuery.ALL, Optional.empty(), 1).entries())
                .isEmpty();
        ChatException refusal = catchThrowableOfType(
                ChatException.class, () -> trail.read(SamplePeople.ana(), AuditQuery.ALL, Optional.empty(), 1));
        assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_PERMITTED);
    }

    @Test
    void whatIsNoPlaceInTheLogIsNotTakenForOne() {
        assertThat(AuditCursor.parse("")).isEmpty();
        assertThat(AuditCursor.parse("z".repeat(24))).isEmpty();
        assertThat(AuditCursor.parse("!".repeat(24))).isEmpty();
    }
}
