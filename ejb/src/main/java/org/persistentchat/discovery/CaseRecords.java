package org.persistentchat.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.persistentchat.audit.AuditState;
import org.persistentchat.export.ArchiveCall;
import org.persistentchat.id.OpaqueId;
import org.persistentchat.identity.Person;
import org.persistentchat.recording.OfficerActs;

/** The records of a case: what of them is in the archive, and what is picked from it. */
@ApplicationScoped
public class CaseRecords {

    private static final int PAGE = 500;

    @Inject
    Instance<DiscoveryDesk> desk;

    @Inject
    Discovery discovery;

    @Inject
    Cases cases;

    @Inject
    CaseContent content;

    @Inject
    OfficerActs acts;

    /** Records of a case, in the order of the archive; recorded with how many are shown. */
    public CasePage page(Person by, CaseId id, long after, int limit) {
        cases.find(by, id);
        List<Long> positions = content.positions(id, after, limit + 1);
        boolean more = positions.size() > limit;
        List<Long> shown = more ? positions.subList(0, limit) : positions;
        List<FoundRecord> items =
                shown.isEmpty() ? List.of() : ArchiveCall.of(() -> desk.get().read(shown));
        acts.reads(
                by,
                AuditState.of("read", "case-records")
                        .and("case", id.text())
                        .and("after", after)
                        .and("found", items.size()));
        return new CasePage(items, shown.isEmpty() ? after : shown.get(shown.size() - 1), more);
    }

    /** Picks records by their positions; all of them are in the archive, or none is picked. */
    public Picked pick(Person by, CaseId id, List<Long> positions) {
        cases.find(by, id);
        if (positions.isEmpty() || positions.size() > PAGE) {
            throw CaseRules.tooLarge("records picked at once", PAGE);
        }
        List<FoundRecord> there = ArchiveCall.of(() -> desk.get().read(positions));
        if (there.size() < positions.stream().distinct().count()) {
            throw CaseContent.noRecord();
        }
        CaseContent.Added added = content.add(by, id, positions, AuditState.of("positions", positions));
        return new Picked(added.added(), 0, false, added.records());
    }

    /** Picks a page of what a saved search finds behind a position. */
    public Picked pick(Person by, CaseId id, long search, long after) {
        Case found = cases.find(by, id);
        Optional<SavedSearch> saved = content.searchesOf(found).stream()
                .filter(one -> one.id() == search)
                .findFirst();
        FoundRecords page =
                discovery.find(saved.orElseThrow(CaseContent::noSearch).query(), after, PAGE);
        List<Long> positions = page.items().stream().map(FoundRecord::position).toList();
        AuditState why = AuditState.of("search", OpaqueId.encode(search))
                .and("after", after)
                .and("lookedThrough", page.lookedThrough())
                .and("found", positions.size());
        CaseContent.Added added = content.add(by, id, positions, why);
        return new Picked(added.added(), page.lookedThrough(), page.hasMore(), added.records());
    }
}
