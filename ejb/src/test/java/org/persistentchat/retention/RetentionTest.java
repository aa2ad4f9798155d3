package org.persistentchat.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditLogs;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.identity.Role;
import org.persistentchat.recording.OfficerActs;
import org.persistentchat.room.RoomDirectory;

/** Rules of rooms and categories that are not there any more are changed as all others. */
class RetentionTest {
    private static final RetentionScope ROOM = RetentionScope.room(11);
    private static final RetentionScope CATEGORY = RetentionScope.category(7);
    private static final Person OFFICER =
            new Person(new PersonId(1951), "olga", "Olga", null, true, true, Set.of(Role.COMPLIANCE_OFFICER));

    private final KeptContent kept = new KeptContent();
    private final AuditLog audit = AuditLogs.in(kept.content.dataSource(), "192.0.2.1");
    private final Retention retention = new Retention();

    @SuppressWarnings("UnnecessaryAssignment") // the test stands in for the container
    RetentionTest() {
        retention.dataSource = kept.content.dataSource();
        retention.rooms = new RoomDirectory();
        retention.audit = audit;
        retention.acts = new OfficerActs() {
            @Override
            public void does(Person by, AuditAct act) {
                check(by);
            }
        };
    }

    private void deleted(String kind, long number) {
        audit.record(
                OFFICER,
                new AuditAct(
                        kind + ".delete", AuditSubject.of(kind, number, "Plans"), AuditState.NONE, AuditState.NONE));
    }

    private Optional<OfficerRequest> change(RetentionScope scope, Days days) {
        return retention.change(OFFICER, scope, days, "asked for");
    }

    private long rules() {
        return kept.content.numbers("SELECT COUNT(*) FROM retention_rule").get(0);
    }

    @Test
    void aRuleOfWhatIsGoneCanBeShortenedByTwo() {
        deleted("room", ROOM.id());
        deleted("category", CATEGORY.id());
        kept.rule(ROOM, new Days(null, 0));
        kept.rule(CATEGORY, new Days(null, 0));
        assertThat(change(ROOM, new Days(null, 30))).isPresent();
        assertThat(change(CATEGORY, new Days(null, 30))).isPresent();
    }

    @Test
    void aRuleOfWhatIsGoneCanBeRemoved() {
        deleted("room", ROOM.id());
        deleted("category", CATEGORY.id());
        kept.rule(ROOM, new Days(null, 30));
        kept.rule(CATEGORY, new Days(null, 30));
        assertThat(change(ROOM, Days.NONE)).isEmpty();
        assertThat(change(CATEGORY, Days.NONE)).isEmpty();
        assertThat(rules()).isZero();
    }

    @Test
    void whatWasNeverThereGetsNone() {
        kept.rule(RetentionScope.GLOBAL, new Days(30, 30));
        ChatException room = catchThrowableOfType(ChatException.class, () -> change(ROOM, new Days(30, 30)));
        ChatException category = catchThrowableOfType(ChatException.class, () -> change(CATEGORY, new Days(30, 30)));
        assertThat(room.code()).isEqualTo(ErrorCode.ROOM_NOT_FOUND);
        assertThat(category.code()).isEqualTo(ErrorCode.CATEGORY_NOT_FOUND);
    }
}
