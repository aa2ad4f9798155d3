package org.persistentchat.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.persistentchat.audit.AuditState;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.export.ArchiveCall;
import org.persistentchat.identity.Person;
import org.persistentchat.recording.OfficerActs;
import org.persistentchat.recording.OfficerRights;

/** Search in the archive, for compliance officers. */
@ApplicationScoped
public class Discovery {
    @Inject
    Instance<DiscoveryDesk> desk;

    @Inject
    OfficerActs acts;

    /** A page of what fits, behind position {@code after}. Recorded with what was asked for and how many were found, before anything is shown. */
    public FoundRecords search(Person by, ArchiveQuery query, long after, int limit) {
        OfficerRights.check(by);
        FoundRecords found = find(query, after, limit);
        acts.reads(
                by,
                query.tell(AuditState.of("read", "search"))
                        .and("after", after)
                        .and("found", found.items().size())
                        .and("lookedThrough", found.lookedThrough()));
        return found;
    }

    /** The same, not recorded. */
    FoundRecords find(ArchiveQuery query, long after, int limit) {
        try {
            return ArchiveCall.of(() -> desk.get().search(query, after, limit));
        } catch (InvalidWordsException invalid) {
            throw new ChatException(ErrorCode.INVALID_FIELD, "\"words\" " + invalid.getMessage() + ".", invalid);
        }
    }
}
