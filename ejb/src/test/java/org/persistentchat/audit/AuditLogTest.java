package org.persistentchat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;

/** What is found of things that are gone. */
class AuditLogTest {
    private static final Person ROOT = SamplePeople.administrator();

    private final InMemoryContent content = new InMemoryContent();
    private final AuditLog log = AuditLogs.in(content.dataSource(), "192.0.2.1");

    private void acted(String act, AuditSubject subject) {
        log.record(ROOT, new AuditAct(act, subject, AuditState.NONE, AuditState.NONE));
    }

    @Test
    void theLastNameOfAThingOutlivesIt() {
        acted("room.create", AuditSubject.of("room", 7, "Plans"));
        acted("room.change", AuditSubject.of("room", 7, "Merger"));
        acted("room.delete", AuditSubject.of("room", 7, "Merger"));
        acted("room.create", AuditSubject.of("room", 8, "Other"));
        assertThat(log.lastName("room", 7)).contains("Merger");
        assertThat(log.lastName("category", 7)).isEmpty();
        assertThat(log.lastName("room", 9)).isEmpty();
    }
}
