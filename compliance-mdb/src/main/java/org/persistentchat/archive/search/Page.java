package org.persistentchat.archive.search;

import java.util.ArrayList;
import java.util.List;
import org.persistentchat.archive.reading.ArchivedEntry;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.discovery.FoundRecord;
import org.persistentchat.discovery.FoundRecords;

/** What was found so far, and how far it was looked. */
final class Page {

    private static final long CHARACTERS = 4_000_000;

    private final Wanted wanted;
    private final Presence presence;
    private final int limit;
    private final List<FoundRecord> items = new ArrayList<>();
    private long characters;
    private long lookedThrough;

    Page(Wanted wanted, Presence presence, long after, int limit) {
        this.wanted = wanted;
        this.presence = presence;
        this.limit = limit;
        this.lookedThrough = after;
    }

    long lookedThrough() {
        return lookedThrough;
    }

    boolean watchesPresence() {
        return wanted.presentPerson().isPresent();
    }

    /** There is nothing up to {@code position}. */
    void pass(long position) {
        lookedThrough = Math.max(lookedThrough, position);
    }

    void follow(ArchivedEntry entry) {
        presence.follow(entry.position(), entry.record());
    }

    /** Looks at the entry and takes it if it fits; false when there was no room to look at it. */
    boolean take(ArchivedEntry entry) {
        if (items.size() == limit || characters > CHARACTERS) {
            return false;
        }
        ComplianceRecord record = entry.record();
        presence.follow(entry.position(), record);
        if (wanted.fits(entry.position(), record, presence)) {
            items.add(new FoundRecord(entry.position(), record));
            Terms.texts(record).forEach(text -> characters += text.length());
        }
        pass(entry.position());
        return true;
    }

    FoundRecords found(long archived) {
        return new FoundRecords(items, lookedThrough, archived);
    }
}
