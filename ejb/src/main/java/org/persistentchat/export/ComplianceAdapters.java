package org.persistentchat.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.recording.OfficerActs;
import org.persistentchat.recording.OfficerRights;

/** The adapters, for compliance officers. */
@ApplicationScoped
public class ComplianceAdapters {
    @Inject
    Instance<AdapterDesk> desk;

    @Inject
    OfficerActs acts;

    /** All adapters, by name; the look is recorded. */
    public List<AdapterStatus> list(Person by) {
        acts.reads(by, "adapters");
        return list();
    }

    private List<AdapterStatus> list() {
        return ArchiveCall.of(() -> desk.get().list());
    }

    /** Has an adapter run now, up to the newest record; audited and recorded. */
    public void run(Person by, String name) {
        OfficerRights.check(by);
        AdapterStatus adapter = list().stream()
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
        acts.does(by, "compliance.adapter.run", subject, AuditState.of("adapter", name));
        ArchiveCall.of(() -> {
            desk.get().request(name);
            return name;
        });
    }
}
