package org.persistentchat.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.persistentchat.audit.AuditState;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.export.ArchiveCall;
import org.persistentchat.identity.Person;
import org.persistentchat.recording.OfficerActs;

/** Makes sealed packages of cases: one at a time on each server, in a temporary file, so that who asks gets all of it or a refusal. */
@ApplicationScoped
public class CasePackages {
    @Inject
    Instance<DiscoveryDesk> desk;

    @Inject
    Cases cases;

    @Inject
    CaseContent content;

    @Inject
    OfficerActs acts;

    private final Clock clock = Clock.systemUTC();
    private final Semaphore free = new Semaphore(1);

    /** All records of a case; audited and recorded before it is handed out. */
    public SealedPackage make(Person by, CaseId id) {
        Case found = cases.find(by, id);
        if (found.records() == 0) {
            throw new ChatException(ErrorCode.CASE_EMPTY, "The case has no records: pick some first.");
        }
        if (!free.tryAcquire()) {
            throw new ChatException(ErrorCode.BUSY, "This server makes a package. Try again when it is finished.");
        }
        try {
            List<Long> positions = content.positions(id, 0, CaseRules.MOST_RECORDS);
            PackageOrder order = new PackageOrder(
                    id,
                    found.name(),
                    found.description(),
                    by.account(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            SealedPackage sealed = ArchiveCall.of(() -> desk.get().seal(order, positions));
            tell(by, found, sealed);
            return sealed;
        } finally {
            free.release();
        }
    }

    private void tell(Person by, Case of, SealedPackage sealed) {
        try {
            AuditState state = AuditState.of("records", sealed.records()).and("bytes", sealed.bytes());
            acts.does(by, "case.package", Cases.subject(of), state);
        } catch (RuntimeException notRecorded) {
            close(sealed.content(), notRecorded);
            throw notRecorded;
        }
    }

    private static void close(InputStream unseen, RuntimeException because) {
        try {
            unseen.close();
        } catch (IOException notRemoved) {
            because.addSuppressed(notRemoved);
        }
    }
}
