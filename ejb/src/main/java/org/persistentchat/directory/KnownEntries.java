package org.persistentchat.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that was taken over, in memory for one reading: some 200 bytes an entry. */
final class KnownEntries {
    private final Map<Digest, Known> byKey = new HashMap<>();
    private final Map<Digest, Long> byName = new HashMap<>();
    private final Set<Digest> seen = new HashSet<>();

    KnownEntries(Collection<Known> all) {
        all.forEach(this::put);
        seen.clear();
    }

    @Nullable Known byId(String id) {
        return byKey.get(Digest.of(id));
    }

    /** The principal of this distinguished name. */
    @Nullable Long principal(String name) {
        return byName.get(Digest.of(name));
    }

    /** It was read, and is as it was. */
    void see(Known entry) {
        seen.add(entry.key());
    }

    /** It was read and taken over. */
    void put(Known entry) {
        @Nullable Known old = byKey.put(entry.key(), entry);
        if (old != null && !old.name().equals(entry.name())) {
            byName.remove(old.name(), old.principal());
        }
        if (!entry.gone()) {
            byName.put(entry.name(), entry.principal());
        }
        seen.add(entry.key());
    }

    /** Those of a kind that the directory has, as far as is known. */
    List<Known> present(EntryKind kind) {
        return byKey.values().stream()
                .filter(entry -> entry.kind() == kind && !entry.gone())
                .toList();
    }

    /** Those of a kind that a reading of everything did not meet. */
    List<Known> missing(EntryKind kind) {
        return present(kind).stream()
                .filter(entry -> !seen.contains(entry.key()))
                .toList();
    }
}
