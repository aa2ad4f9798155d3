package org.persistentchat.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;

/** The adapters, for compliance officers. */
@ApplicationScoped
public class ComplianceAdapters {
    @Inject
    Instance<AdapterDesk> desk;

    @Inject
    AuditLog audit;

    /** All adapters, by name. */
    public List<AdapterStatus> list(Person by) {
        requireOfficer(by);
        return whenThere(() -> desk.get().list());
    }

    /** Has an adapter run now, up to the newest record. */
    public void run(Person by, String name) {
        AdapterStatus adapter = list(by).stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new ChatException(ErrorCode.ADAPTER_NOT_FOUND, "There is no compliance adapter of that name."));
        if (adapter.problem().isPresent()) {
            throw new ChatException(
                    ErrorCode.ADAPTER_UNUSABLE,
                    "The adapter cannot be used: " + adapter.problem().get());
        }
        AuditSubject subject = AuditSubject.named("compliance-adapter", name);
        audit.record(by, new AuditAct("compliance.adapter.run", subject, AuditState.NONE, AuditState.NONE));
        whenThere(() -> {
            desk.get().request(name);
            return name;
        });
    }

    private static void requireOfficer(Person by) {
        if (!by.is(Role.COMPLIANCE_OFFICER)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only compliance officers see the adapters.");
        }
    }

    private static <T> T whenThere(Supplier<T> call) {
        try {
            return call.get();
        } catch (ArchiveAwayException away) {
            throw new ChatException(
                    ErrorCode.ARCHIVE_UNAVAILABLE, "The compliance database cannot be reached at the moment.", away);
        }
    }
}
